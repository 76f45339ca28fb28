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

/** Between the preview and the yes somebody else works on payment. */
@OnRealCluster
class MovedMeanwhileTest {

  private final Night night;

  MovedMeanwhileTest(RealCluster cluster, @TempDir Path home) {
    this.night = new Night(cluster, home);
  }

  @BeforeEach
  void paymentIsBroken() {
    night.paymentIsBroken();
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void aColleaguesNewImageIsNotOverwritten() {
    var refused =
        saysYesAfter("set", "image", "deployment/payment", "payment=shop/payment:1.5.1").exits(1);

    assertThat(refused.err())
        .contains("somebody changed payment meanwhile (/spec/template/spec/containers/0/image)")
        .contains("nothing was changed");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.1");
    assertThat(night.paymentCause()).isEqualTo("payment 1.5.0");
    assertThat(night.kubectl("rollout", "history", "deployment/payment"))
        .doesNotContain("Rolled back");
  }

  @Test
  void aColleaguesAnnotationIsNotPassedOver() {
    var refused = saysYesAfter("annotate", "deployment/payment", "oncall.example/hold=yes");

    assertThat(refused.exits(1).err()).contains("/metadata/annotations/oncall.example~1hold");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
  }

  @Test
  void anObjectMadeAnewUnderTheSameNameIsNotTakenForTheOneThatWasSeen() throws IOException {
    var before = night.field("deployment/payment", ".metadata.uid");
    var copy = night.faultline().home().resolve("payment.json");
    Files.writeString(copy, night.kubectl("get", "deployment/payment", "-o", "json"));

    var refused =
        saysYesAfter("replace", "--force", "--cascade=orphan", "-f", copy.toString()).exits(1);

    assertThat(refused.err()).contains("/metadata/uid");
    assertThat(night.field("deployment/payment", ".metadata.uid")).isNotEqualTo(before);
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
  }

  @Test
  void aCrashLoopThatOnlyWroteStatusDoesNotRefuse() {
    var version = ".metadata.resourceVersion";
    var before = night.field("deployment/payment", version);
    var noise =
        """
        {"status": {"conditions": [{"type": "Noise", "status": "True", "reason": "CrashLoop",
         "message": "as every second"}]}}
        """;

    var done =
        saysYesAfter("patch", "deployment/payment", "--subresource=status", "-p", noise).exits(0);

    assertThat(night.field("deployment/payment", version)).isNotEqualTo(before);
    assertThat(done.out()).contains("Verified: payment runs 1.4.2 again");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(night.history("deployment/payment").getLast()).contains("Rolled back 1.5.0 → 1.4.2");
  }

  @Test
  void whoSaysNoChangesNothing() {
    var generation = night.paymentGeneration();

    var refused =
        night.faultline().run(() -> "n", night.here(Night.asking("payment", "1.4.2"))).exits(1);

    assertThat(refused.err()).contains("not confirmed; nothing was changed");
    assertThat(night.paymentGeneration()).isEqualTo(generation);
    assertThat(night.faultline().journal().read().entries()).isEmpty();
  }

  /**
   * A rollback to 1.4.2; when it asks, kubectl does something first, and then the answer is yes.
   */
  private Ran saysYesAfter(String... kubectl) {
    return night
        .faultline()
        .run(
            () -> {
              night.kubectl(kubectl);
              return "y";
            },
            night.here(Night.asking("payment", "1.4.2")));
  }
}
