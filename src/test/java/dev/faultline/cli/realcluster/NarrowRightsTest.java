package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rights as administrators really give them: one verb, one resource, and not the next. */
@OnRealCluster
class NarrowRightsTest {

  private final Night night;

  NarrowRightsTest(RealCluster cluster, @TempDir Path home) {
    this.night = new Night(cluster, home);
  }

  @BeforeEach
  void paymentIsBroken() {
    night.paymentIsBroken();
    grant("reads", "get,list,watch", "deployments,replicasets,pods,configmaps,events,services");
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void whoMayUpdateButNotPatchIsRefusedBeforeTheClickAsAPatchIsWhatIsSent() {
    grant("updates", "update", "deployments");

    var refused = night.runAs(RealCluster.NOBODY, Night.rollback("payment", "1.4.2")).exits(1);

    assertThat(refused.out()).containsPattern("permission +blocked +You may not patch Deployment");
    assertThat(refused.err()).contains("You may not patch deployments");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
    assertThat(night.faultline().journal().read().entries()).isEmpty();
  }

  @Test
  void whoMayPatchTheDeploymentAloneTakesItBackAndIsToldWhatCouldNotBeChecked() {
    grant("patches", "patch", "deployments");

    var done = night.runAs(RealCluster.NOBODY, Night.rollback("payment", "1.4.2")).exits(0);

    assertThat(done.out())
        .containsPattern("permission +passed +You may patch Deployment")
        .containsPattern("server dry run of a pod +not checked +You may not create pods")
        .containsPattern("references +not checked +.*Secret payment-db may not be read")
        .containsPattern("autoscaler +not checked +HorizontalPodAutoscalers may not be read");
    assertThat(done.err()).contains("Secret not read: ");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  @Test
  void whoMayNotSeePodsIsToldThatNobodyVerifiedIt() {
    grant("patches", "patch", "deployments");
    night.kubectl("delete", "role", "reads");
    night.kubectl("delete", "rolebinding", "reads");
    grant("sees", "get,list,watch", "deployments,replicasets");

    var done = night.runAs(RealCluster.NOBODY, Night.rollback("payment", "1.4.2")).exits(1);

    assertThat(done.out()).contains("Not verified: ", "but pods may not be read");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  /** Gives the user whom the cluster knows and who may do nothing these rights, here. */
  private void grant(String name, String verbs, String resources) {
    night.kubectl("create", "role", name, "--verb=" + verbs, "--resource=" + resources);
    night.kubectl("create", "rolebinding", name, "--role=" + name, "--user=" + RealCluster.NOBODY);
  }
}
