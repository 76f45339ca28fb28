package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the preview and the yes the token of the engineer is no longer accepted. */
@OnRealCluster
class CredentialsInMidSessionTest {

  private final RealCluster cluster;
  private final Night night;
  private final Path folder;
  private final OwnKubeconfig kubeconfigs;
  private final Path tokenFile;

  CredentialsInMidSessionTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.night = new Night(cluster, home);
    this.folder = home;
    this.kubeconfigs = new OwnKubeconfig(cluster, home);
    this.tokenFile = folder.resolve("token");
  }

  @BeforeEach
  void anEngineerIsLoggedInAndPaymentIsBroken() throws IOException {
    night.kubectl("create", "serviceaccount", "oncall");
    night.kubectl(
        "create",
        "rolebinding",
        "oncall",
        "--clusterrole=admin",
        "--serviceaccount=" + night.namespace() + ":oncall");
    Files.writeString(tokenFile, newToken("first-login"));
    night.paymentIsBroken();
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void aPluginIsAskedForAnotherTokenAndTheRollbackGoesOn() throws IOException {
    var plugin = kubeconfigs.plugin("login", tokenFile);
    var kubeconfig =
        kubeconfigs.context(
            "oncall",
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login,"
                + " interactiveMode: Never}}");

    var done = takeBackWhileTheTokenEnds(kubeconfig, true);

    assertThat(done.exits(0).out()).contains("Verified: payment runs 1.4.2 again");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(OwnKubeconfig.asked(plugin)).isEqualTo(2);
  }

  @Test
  void aTokenFileThatSomebodyRenewedIsReadAgainAndTheRollbackGoesOn() throws IOException {
    var kubeconfig = kubeconfigs.context("oncall", "{tokenFile: '" + tokenFile + "'}");

    var done = takeBackWhileTheTokenEnds(kubeconfig, true);

    assertThat(done.exits(0).out()).contains("Verified: payment runs 1.4.2 again");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  @Test
  void withoutAnotherTokenNothingIsSentAndTheEngineerIsToldToLogInAgain() throws IOException {
    var kubeconfig = kubeconfigs.context("oncall", "{tokenFile: '" + tokenFile + "'}");

    var refused = takeBackWhileTheTokenEnds(kubeconfig, false);

    assertThat(refused.exits(1).err())
        .contains("does not accept the credentials", "log in again", "nothing was sent");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
  }

  private Ran takeBackWhileTheTokenEnds(Path kubeconfig, boolean renew) {
    return night
        .faultline()
        .with(kubeconfig)
        .run(
            () -> {
              endOfTheToken(renew);
              return "y";
            },
            night.here("oncall", Night.asking("payment", "1.4.2")));
  }

  /** The server stops accepting a token when what it is bound to is gone, some seconds later. */
  private void endOfTheToken(boolean renew) {
    try {
      var old = Files.readString(tokenFile);
      night.kubectl("delete", "secret", "first-login");
      night.await("the end of the first token", () -> accepted(old), accepted -> !accepted);
      if (renew) {
        Files.writeString(tokenFile, newToken("second-login"));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean accepted(String token) throws AssertionError {
    return cluster
        .kubectl("--context", RealCluster.NOBODY, "--token=" + token, "auth", "whoami")
        .succeeded();
  }

  private String newToken(String login) {
    night.kubectl("create", "secret", "generic", login);
    return night.kubectl(
        "create", "token", "oncall", "--bound-object-kind=Secret", "--bound-object-name=" + login);
  }
}
