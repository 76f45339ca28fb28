package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.JsonObject;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kubeconfigs of real people: plugins, wrong authorities, several files at once. */
@OnRealCluster
class LinkingTest {

  private final RealCluster cluster;
  private final Night night;
  private final Path home;
  private final OwnKubeconfig kubeconfigs;

  LinkingTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.night = new Night(cluster, home);
    this.home = home;
    this.kubeconfigs = new OwnKubeconfig(cluster, home);
  }

  @BeforeEach
  void theAgentsRun() {
    night.open("log-agent");
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void aPluginThatOnlyTheLoginShellFindsLogsIn() throws IOException {
    var token = Files.writeString(home.resolve("token"), kubeconfigs.token(RealCluster.VIEWER));
    var plugin = kubeconfigs.plugin("cloud-login", token);
    var shell = home.resolve("shell");
    Files.writeString(
        shell, "#!/bin/sh\nPATH=" + home + ":$PATH\nshift 3\nexec /bin/sh -c \"$1\"\n");
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    var kubeconfig =
        kubeconfigs.context(
            "cloud",
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: cloud-login,"
                + " interactiveMode: Never}}");
    var faultline = night.faultline().with(kubeconfig);

    var withoutShell = faultline.run(night.here("cloud", services()));
    var withShell = faultline.with("SHELL", shell.toString()).run(night.here("cloud", services()));

    assertThat(withoutShell.exits(1).err())
        .contains("cloud: The credentials plugin cloud-login was found neither on the PATH nor");
    assertThat(withShell.exits(0).out()).contains("log-agent");
    assertThat(OwnKubeconfig.asked(plugin)).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotTheOneOfTheKubeconfigGetsNoTokenAndTheReasonIsSaid() throws IOException {
    var user = "{token: " + kubeconfigs.token(RealCluster.VIEWER) + "}";
    var stranger = Base64.getEncoder().encodeToString(strangersAuthority().getBytes());
    var authority = "certificate-authority-data: ";
    var files =
        String.join(
            File.pathSeparator,
            kubeconfigs.context("good", user).toString(),
            kubeconfigs.context("unsigned", authority + stranger, user).toString(),
            kubeconfigs
                .context(
                    "othername",
                    "tls-server-name: other.example, " + authority + kubeconfigs.authority(),
                    user)
                .toString(),
            kubeconfigs.context("unknown", "tls-server-name: ''", user).toString());
    var faultline = night.faultline().with("KUBECONFIG", files);

    var found = faultline.run("contexts", "-o", "json").exits(0).json();

    assertThat(found.objects("contexts").map(LinkingTest::words))
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).startsWith("good v1."),
            text ->
                assertThat(text)
                    .startsWith("unsigned The certificate of 127.0.0.1:")
                    .contains("no authority we trust has signed it", "certificate-authority"),
            text ->
                assertThat(text)
                    .startsWith("othername The certificate of 127.0.0.1:")
                    .contains("other.example", "tls-server-name"),
            text ->
                assertThat(text)
                    .startsWith("unknown The certificate of 127.0.0.1:")
                    .contains("no authority we trust has signed it"));
    assertThat(faultline.run(night.here("unsigned", services())).exits(1).err())
        .contains("unsigned: The certificate of 127.0.0.1:")
        .hasLineCount(1);
  }

  @Test
  void twoContextsOfTwoFilesAreListedTogetherAndOneThatIsAwayCostsANote() throws IOException {
    var token = "{token: " + kubeconfigs.token(RealCluster.VIEWER) + "}";
    var files =
        String.join(
            File.pathSeparator,
            kubeconfigs.context("west", token).toString(),
            kubeconfigs.context("east", token).toString(),
            kubeconfigs.context("lost", "{token: not-the-token}").toString());
    var faultline = night.faultline().with("KUBECONFIG", files);

    var ran =
        faultline
            .run(
                "services",
                "--context",
                "west",
                "--context",
                "lost",
                "--context",
                "east",
                "-n",
                night.namespace(),
                "-o",
                "json")
            .exits(0);

    assertThat(ran.json().objects("clusters"))
        .extracting(one -> one.text("cluster").orElse(""))
        .containsExactly("west", "east");
    assertThat(ran.json().objects("clusters"))
        .allSatisfy(one -> assertThat(one.objects("services")).hasSize(1));
    assertThat(ran.err())
        .contains("lost: The cluster does not accept the credentials")
        .contains("log in again");
  }

  private static String[] services() {
    return new String[] {"services"};
  }

  private static String words(JsonObject context) {
    return context.text("name").orElse("")
        + " "
        + context.text("version").or(() -> context.text("problem")).orElse("");
  }

  /** A certificate that signed nothing here. */
  private String strangersAuthority() throws IOException {
    var folder = Files.createDirectories(home.resolve("stranger"));
    var process =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=stranger",
                "-keyout",
                "key.pem",
                "-out",
                "ca.pem")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    return Files.readString(folder.resolve("ca.pem"));
  }
}
