package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payment 1.5.0 crashes: it is taken back, and that can be undone. */
@OnRealCluster
class RollbackOfPaymentTest {

  private static final String LAST_WORDS = "panic: DB_POOL must be positive";

  private final Night night;

  RollbackOfPaymentTest(RealCluster cluster, @TempDir Path home) {
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
  void theBrokenReleaseIsTakenBackAndUndoneAgain() {
    night.kubectl("annotate", "deployment/payment", "oncall.example/ticket=4711");
    night.kubectl("scale", "deployment/payment", "--replicas=4");

    var back = night.takePaymentBack("1.4.2").exits(0);

    assertThat(back.out()).contains("Verified: payment runs 1.4.2 again", "faultline undo");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(night.field("deployment/payment", ".spec.template.metadata.annotations")).isEmpty();
    assertThat(night.field("deployment/payment", ".status.readyReplicas")).isEqualTo("4");
    var cause = "Rolled back 1.5.0 → 1.4.2: " + Night.REASON + " (was: payment 1.4.2)";
    assertThat(night.paymentCause()).isEqualTo(cause);
    assertThat(night.field("deployment/payment", ".metadata.annotations.oncall\\.example/ticket"))
        .isEqualTo("4711");
    assertThat(night.field("deployment/payment", ".spec.replicas")).isEqualTo("4");
    assertThat(night.history("deployment/payment"))
        .containsExactly("2 payment 1.5.0", "3 " + cause);
    assertThat(onlyEntry().ended()).map(Step.Ended::result).contains(Step.Result.VERIFIED);

    var undone = night.run("undo", onlyEntry().id(), "--yes", "--settle", "2s").exits(1);

    assertThat(undone.out()).contains("Failed: ", "payment-", LAST_WORDS);
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
    assertThat(night.field("deployment/payment", ".spec.replicas")).isEqualTo("4");
    assertThat(night.paymentCause())
        .isEqualTo(
            "Rolled back 1.4.2 → 1.5.0: undo of "
                + night.faultline().journal().read().entries().getFirst().id()
                + " (was: payment 1.5.0)");
    assertThat(night.history("deployment/payment"))
        .containsExactly("3 " + cause, "4 " + night.paymentCause());
  }

  @Test
  void aReleaseSinceTheRollbackIsNotTakenAwayByItsUndo() {
    night.takePaymentBack("1.4.2").exits(0);
    night.kubectl("set", "image", "deployment/payment", "payment=shop/payment:1.5.1");

    var refused = night.run("undo", onlyEntry().id(), "--yes").exits(1);

    assertThat(refused.err())
        .contains("payment runs 1.4.2 (revision 4) since, not 1.4.2 as the rollback left it")
        .contains("choose a version and roll back to that");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.1");
    assertThat(onlyEntry().ended()).map(Step.Ended::result).contains(Step.Result.VERIFIED);
  }

  @Test
  void aTargetThatCrashesIsCalledFailedWithItsPodsAndLastWordsAndUndoHeals() {
    night.kubectl("rollout", "undo", "deployment/payment");
    night.kubectl("rollout", "status", "deployment/payment", "--timeout=120s");

    var failed = night.takePaymentBack("1.5.0", "-o", "json").exits(1).json();

    assertThat(failed.text("outcome")).contains("failed");
    var pod = failed.objects("failingPods").findFirst().orElseThrow();
    assertThat(night.kubectl("get", "pods", "-l", "version=1.5.0", "-o", "name"))
        .contains(pod.text("name").orElseThrow());
    assertThat(pod.text("reason")).contains("CrashLoopBackOff");
    assertThat(pod.find("logLines").orElseThrow().toString()).contains(LAST_WORDS);
    assertThat(onlyEntry().ended()).map(Step.Ended::result).contains(Step.Result.FAILED);
    assertThat(night.history("deployment/payment").getLast()).contains("Rolled back 1.4.2 → 1.5.0");

    night.run("undo", onlyEntry().id(), "--yes", "--settle", "2s").exits(0);

    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(night.history("deployment/payment").getLast()).contains("undo of ");
    night.await("the end of the crashing pods", night::brokenPods, String::isEmpty);
  }

  private JournalEntry onlyEntry() {
    var entries = night.faultline().journal().read().entries();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
