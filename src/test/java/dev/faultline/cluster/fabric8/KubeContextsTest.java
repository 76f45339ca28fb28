package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeContextsTest {

  @TempDir Path home;

  @Test
  void withoutAnythingTheFileInTheHomeFolderCounts() throws IOException {
    write(".kube/config", config("home", "https://home:6443"));

    var contexts = KubeContexts.read(Optional.empty(), Map.of(), home);

    assertThat(contexts.current().map(KubeContext::server)).contains("https://home:6443");
    assertThat(contexts.problems()).isEmpty();
  }

  @Test
  void ofSeveralFilesTheFirstWinsEntryByEntry() throws IOException {
    var first = write("first", config("a", "https://first:6443"));
    var second = write("second", config("a", "https://second:6443"));
    var third = write("third", config("b", "https://third:6443"));

    var contexts = merged(first, home.resolve("absent"), second, third);

    assertThat(contexts.contexts()).extracting(KubeContext::name).containsExactly("a", "b");
    assertThat(contexts.find("a").map(KubeContext::server)).contains("https://first:6443");
    assertThat(contexts.find("b").map(KubeContext::server)).contains("https://third:6443");
    assertThat(contexts.current().map(KubeContext::name)).contains("a");
    assertThat(contexts.problems()).isEmpty();
  }

  @Test
  void aContextMayUseAClusterAndUserOfOtherFiles() throws IOException {
    var contexts =
        merged(
            write(
                "contexts", "contexts: [{name: x, context: {cluster: c, user: u, namespace: n}}]"),
            write("clusters", "clusters: [{name: c, cluster: {server: 'https://c'}}]"),
            write("users", "users: [{name: u, user: {token: hush}}]"));

    var context = contexts.find("x").orElseThrow();

    assertThat(context.server()).isEqualTo("https://c");
    assertThat(context.userName()).isEqualTo("u");
    assertThat(context.namespace()).contains("n");
    assertThat(context.problem()).isEmpty();
    assertThat(context.toString() + context.user()).doesNotContain("hush");
  }

  @Test
  void anExplicitFileIsTheOnlyOneAndMustBeThere() throws IOException {
    write(".kube/config", config("home", "https://home:6443"));
    var given = home.resolve("nowhere");

    var contexts = KubeContexts.read(Optional.of(given), Map.of(), home);

    assertThat(contexts.contexts()).isEmpty();
    assertThat(contexts.problems()).containsExactly("There is no kubeconfig " + given + ".");
  }

  @Test
  void aBrokenFileIsNamedWithItsLineAndTheOthersGoOn() throws IOException {
    var broken = write("broken", "clusters:\n- name: x\n  cluster: {server: [\ncontexts: []\n");
    var good = write("good", config("a", "https://a:6443"));

    var contexts = merged(broken, good);

    assertThat(contexts.find("a")).isPresent();
    assertThat(contexts.problems())
        .singleElement()
        .asString()
        .startsWith("The kubeconfig " + broken + " can't be used, line 5, column 1");
  }

  @Test
  void aListThatIsNoneIsNamedWithItsLine() throws IOException {
    var file = write("broken", "apiVersion: v1\nkind: Config\ncontexts: none\n");

    assertThat(merged(file).problems())
        .containsExactly(
            "The kubeconfig " + file + " can't be used, line 3: contexts must be a list.");
  }

  @Test
  void anEntryWithoutNameIsNamedWithItsLine() throws IOException {
    var file = write("broken", "users:\n- name: a\n- user: {token: hush}\n");

    assertThat(merged(file).problems())
        .containsExactly(
            "The kubeconfig " + file + " can't be used, line 3: one of users has no name.");
  }

  @Test
  void damagedCertificateDataIsNamedWithItsLineAndNotQuoted() throws IOException {
    var file = write("broken", "users:\n- name: a\n  user:\n    client-key-data: '!hush!'\n");

    assertThat(merged(file).problems())
        .containsExactly(
            "The kubeconfig " + file + " can't be used, line 4: client-key-data is not base64.");
  }

  @Test
  void aContextWhoseClusterIsNotDefinedSaysSo() throws IOException {
    var file = write("dangling", "contexts: [{name: x, context: {cluster: c, user: u}}]");

    assertThat(merged(file).find("x").flatMap(KubeContext::problem))
        .contains("The context x in " + file + " names the cluster c, which is not defined.");
  }

  @Test
  void pathsAreRelativeToTheirOwnFile() throws IOException {
    write("deep/ca.pem", "authority");
    write("deep/token", "tick");
    var file =
        write(
            "deep/config",
            """
            contexts: [{name: x, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: 'https://c', certificate-authority: ca.pem}}]
            users: [{name: u, user: {tokenFile: token, exec: {command: ./plugin}}}]
            """);

    var context = merged(file).find("x").orElseThrow();

    assertThat(context.cluster().authority().orElseThrow().read())
        .asString()
        .isEqualTo("authority");
    assertThat(context.user().tokenFile()).contains(home.resolve("deep/token"));
    assertThat(context.user().exec().orElseThrow().folder()).isEqualTo(home.resolve("deep"));
  }

  @Test
  void everyWayToReachAClusterIsRead() throws IOException {
    var file =
        write(
            "all",
            """
            contexts: [{name: x, context: {cluster: c, user: u}}]
            clusters:
            - name: c
              cluster:
                server: https://10.0.0.1
                insecure-skip-tls-verify: true
                tls-server-name: kubernetes
                proxy-url: http://proxy:3128
            users:
            - name: u
              user:
                username: ann
                password: hush
                as: bob
                as-uid: '7'
                as-groups: [dev, ops]
                as-user-extra: {scopes: [view]}
            """);

    var context = merged(file).find("x").orElseThrow();

    assertThat(context.cluster().insecure()).isTrue();
    assertThat(context.cluster().tlsServerName()).contains("kubernetes");
    assertThat(context.cluster().proxyUrl()).contains("http://proxy:3128");
    assertThat(context.user().impersonation())
        .isEqualTo(
            new KubeUser.Impersonation(
                "bob", "7", List.of("dev", "ops"), Map.of("scopes", List.of("view"))));
  }

  private KubeContexts merged(Path... files) {
    var joined =
        String.join(File.pathSeparator, List.of(files).stream().map(Path::toString).toList());
    return KubeContexts.read(Optional.empty(), Map.of("KUBECONFIG", joined), home);
  }

  private Path write(String name, String text) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String config(String name, String server) {
    return """
    apiVersion: v1
    kind: Config
    current-context: NAME
    contexts:
    - name: NAME
      context: {cluster: NAME, user: NAME}
    clusters:
    - name: NAME
      cluster: {server: 'SERVER'}
    users:
    - name: NAME
      user: {token: hush}
    """
        .replace("NAME", name)
        .replace("SERVER", server);
  }
}
