package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  private static final String VERSION = "client.authentication.k8s.io/v1";

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void aTokenFileIsReadAgainAfterAMinute() throws IOException {
    var file = Files.writeString(folder.resolve("token"), "first\n");
    var credentials = new TokenFile(file, Credential.NONE, now::get);

    assertThat(credentials.current().authorization()).contains("Bearer first");
    Files.writeString(file, "second\n");
    assertThat(credentials.current().authorization()).contains("Bearer first");
    now.updateAndGet(time -> time.plusSeconds(61));
    assertThat(credentials.current().authorization()).contains("Bearer second");
  }

  @Test
  void aRefusedTokenIsReadAgainAtOnce() throws IOException {
    var file = Files.writeString(folder.resolve("token"), "first");
    var credentials = new TokenFile(file, Credential.NONE, now::get);
    var refused = credentials.current().authorization();
    Files.writeString(file, "second");

    assertThat(credentials.insteadOf(refused).authorization()).contains("Bearer second");
  }

  @Test
  void aTokenFileThatVanishesLeavesTheLastTokenInForce() throws IOException {
    var file = Files.writeString(folder.resolve("token"), "first");
    var credentials = new TokenFile(file, Credential.NONE, now::get);
    credentials.current();
    Files.delete(file);

    assertThat(credentials.insteadOf(Optional.empty()).authorization()).contains("Bearer first");
  }

  @Test
  void aPluginIsAskedAgainWhenItsTokenExpiresAndNotBefore() throws IOException {
    var credentials = exec(counting("2026-01-01T00:10:00Z"));

    assertThat(credentials.current().authorization()).contains("Bearer token-1");
    assertThat(credentials.current().authorization()).contains("Bearer token-1");
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));
    assertThat(credentials.current().authorization()).contains("Bearer token-2");
  }

  @Test
  void ofManyRefusedRequestsOnlyTheFirstAsksThePluginAgain() throws IOException {
    var credentials = exec(counting("2027-01-01T00:00:00Z"));
    var refused = credentials.current().authorization();

    assertThat(credentials.insteadOf(refused).authorization()).contains("Bearer token-2");
    assertThat(credentials.insteadOf(refused).authorization()).contains("Bearer token-2");
  }

  @Test
  void aPluginThatFailsIsQuotedInItsOwnWordsWithoutSecrets() throws IOException {
    var plugin = script("echo 'SSO session expired; token=abc123' >&2; exit 1");

    assertThat(failure(exec(plugin)).sentence())
        .isEqualTo("The credentials plugin ./plugin failed: SSO session expired; token=••••••");
  }

  @Test
  void aPluginThatHangsIsEndedAtItsDeadline() throws IOException {
    var runner = runner(Map.of(), Duration.ofMillis(200));
    var credentials = new ExecCredentials(script("sleep 30"), JsonObject.EMPTY, runner, now::get);

    assertThat(failure(credentials).sentence()).contains("no answer within");
  }

  @Test
  void aMissingPluginIsNamedWithItsMakersHint() {
    var plugin = plugin("no-such-plugin-here");

    assertThat(failure(exec(plugin)).sentence())
        .isEqualTo(
            "The credentials plugin no-such-plugin-here was found neither on the PATH nor on that"
                + " of the login shell: get it from the shop");
  }

  @Test
  void aPluginOnTheLoginPathAloneIsFound() throws IOException {
    script("echo '" + answer("found", "2027-01-01T00:00:00Z") + "'");
    var shell =
        executable("shell", "#!/bin/sh\necho noise\necho \"faultline-path=" + folder + "\"\n");
    var runner =
        runner(Map.of("PATH", "/usr/bin:/bin", "SHELL", shell.toString()), ExecRunner.DEADLINE);
    var credentials = new ExecCredentials(plugin("plugin"), JsonObject.EMPTY, runner, now::get);

    assertThat(credentials.current().authorization()).contains("Bearer found");
  }

  @Test
  void aPluginIsToldWhatItNeedsToKnow() throws IOException {
    var plugin =
        script(
            "printf '%s' \"$KUBERNETES_EXEC_INFO\" > told; printf '%s' \"$REGION\" >> told;"
                + " echo '"
                + answer("x", "2027-01-01T00:00:00Z")
                + "'");
    var cluster =
        new KubeCluster(
            "c", "https://c", Optional.empty(), true, Optional.empty(), Optional.empty());

    new ExecCredentials(
            plugin, cluster.forPlugin(), runner(Map.of(), ExecRunner.DEADLINE), now::get)
        .current();

    assertThat(folder.resolve("told"))
        .hasContent(
            "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
                + "\"spec\":{\"interactive\":false,\"cluster\":{\"server\":\"https://c\","
                + "\"insecure-skip-tls-verify\":true}}}eu");
  }

  @Test
  void aPluginThatSpeaksAnotherVersionIsRefused() throws IOException {
    var plugin = script("echo '{\"apiVersion\":\"v0\",\"status\":{\"token\":\"x\"}}'");

    assertThat(failure(exec(plugin)).sentence()).contains("does not speak " + VERSION);
  }

  @Test
  void anOldAuthProviderIsNamed() {
    var user =
        new KubeUser(
            "ann",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("gcp"),
            KubeUser.Impersonation.NONE);
    var cluster =
        new KubeCluster(
            "c", "https://c", Optional.empty(), true, Optional.empty(), Optional.empty());
    var context = new KubeContext("x", folder, Optional.empty(), cluster, user, Optional.empty());

    var thrown =
        catchThrowableOfType(
            LinkException.class,
            () -> Credentials.of(context, runner(Map.of(), ExecRunner.DEADLINE), now::get));

    assertThat(thrown).hasMessageContaining("auth-provider gcp");
  }

  private static LinkFailure failure(Credentials credentials) {
    return catchThrowableOfType(LinkException.class, credentials::current).failure();
  }

  private Credentials exec(ExecPlugin plugin) {
    return new ExecCredentials(
        plugin,
        JsonObject.EMPTY,
        runner(Map.of("PATH", "/bin:/usr/bin"), ExecRunner.DEADLINE),
        now::get);
  }

  private static ExecRunner runner(Map<String, String> environment, Duration deadline) {
    return new ExecRunner(environment, new LoginPath(environment, Duration.ofSeconds(5)), deadline);
  }

  private ExecPlugin counting(String expires) throws IOException {
    return script(
        "echo x >> count; N=$(wc -l < count | tr -d ' '); echo '"
            + answer("token-'$N'", expires)
            + "'");
  }

  private static String answer(String token, String expires) {
    return "{\"apiVersion\":\"%s\",\"status\":{\"token\":\"%s\",\"expirationTimestamp\":\"%s\"}}"
        .formatted(VERSION, token, expires);
  }

  private ExecPlugin script(String body) throws IOException {
    executable("plugin", "#!/bin/sh\ncd '" + folder + "'\n" + body + "\n");
    return plugin("./plugin");
  }

  private Path executable(String name, String text) throws IOException {
    var file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private ExecPlugin plugin(String command) {
    return new ExecPlugin(
        command,
        List.of(),
        Map.of("REGION", "eu"),
        VERSION,
        folder,
        Optional.of("get it from the shop"),
        false);
  }
}
