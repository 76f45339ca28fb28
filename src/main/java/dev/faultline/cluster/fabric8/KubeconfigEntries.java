package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.fabric8.KubeUser.Impersonation;
import dev.faultline.cluster.fabric8.KubeUser.Login;
import dev.faultline.model.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the entries of a kubeconfig into records; paths are relative to the file they stand in. */
final class KubeconfigEntries {

  private KubeconfigEntries() {}

  static KubeCluster cluster(String name, JsonObject entry, Path file) {
    return new KubeCluster(
        name,
        text(entry, "server").orElse(""),
        pem(entry, "certificate-authority", file, "cluster " + name),
        entry.isTrue("insecure-skip-tls-verify"),
        text(entry, "tls-server-name"),
        text(entry, "proxy-url"));
  }

  static KubeUser user(String name, JsonObject entry, Path file) {
    return new KubeUser(
        name,
        text(entry, "token"),
        text(entry, "tokenFile").map(path -> resolve(file, path)),
        pem(entry, "client-certificate", file, "user " + name),
        pem(entry, "client-key", file, "user " + name),
        text(entry, "username").map(login -> new Login(login, text(entry, "password").orElse(""))),
        exec(entry.object("exec"), file),
        text(entry.object("auth-provider"), "name"),
        impersonation(entry));
  }

  private static Impersonation impersonation(JsonObject entry) {
    var extra = new LinkedHashMap<String, List<String>>();
    var given = entry.object("as-user-extra");
    given.names().forEach(name -> extra.put(name, given.array(name).texts()));
    return new Impersonation(
        text(entry, "as").orElse(""),
        text(entry, "as-uid").orElse(""),
        entry.array("as-groups").texts(),
        extra);
  }

  private static Optional<ExecPlugin> exec(JsonObject exec, Path file) {
    return text(exec, "command")
        .map(
            command ->
                new ExecPlugin(
                    command,
                    exec.array("args").texts(),
                    environment(exec),
                    text(exec, "apiVersion").orElse(""),
                    file.resolveSibling("").toAbsolutePath(),
                    text(exec, "installHint"),
                    exec.isTrue("provideClusterInfo")));
  }

  private static Map<String, String> environment(JsonObject exec) {
    var environment = new LinkedHashMap<String, String>();
    exec.objects("env")
        .forEach(
            variable ->
                variable
                    .text("name")
                    .ifPresent(name -> environment.put(name, variable.text("value").orElse(""))));
    return environment;
  }

  /** Data wins over a path, as with kubectl. */
  private static Optional<Pem> pem(JsonObject entry, String name, Path file, String owner) {
    var inline =
        text(entry, name + "-data")
            .flatMap(KubeconfigFile::decode)
            .<Pem>map(bytes -> new Pem.Inline(bytes, name + "-data of " + owner));
    return inline.or(() -> text(entry, name).map(path -> new Pem.InFile(resolve(file, path))));
  }

  private static Path resolve(Path file, String path) {
    return file.resolveSibling(path);
  }

  private static Optional<String> text(JsonObject entry, String name) {
    return entry.text(name).filter(value -> !value.isEmpty());
  }
}
