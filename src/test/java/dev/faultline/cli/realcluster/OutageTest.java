package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the middle of a rollback the API server goes, or Faultline itself. */
@OnRealCluster
class OutageTest {

  private final RealCluster cluster;
  private final Night night;

  OutageTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
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
  void anApiServerThatDiesAndForgetsDuringTheVerificationOnlyDelaysIt() throws Exception {
    var running =
        night.faultline().start(night.here(Night.rollback("payment", "1.4.2", "--settle", "20s")));
    awaitApplied();

    cluster.stopApiServer();
    try {
      night.await("the lost link", running::said, said -> said.contains("link lost"));
      cluster.compactEtcd();
    } finally {
      cluster.startApiServer();
    }

    var ran = running.end().get(Night.SOON.toSeconds(), TimeUnit.SECONDS).exits(0);
    assertThat(ran.out()).contains("Verified: payment runs 1.4.2 again");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
    assertThat(night.field("deployment/payment", ".status.readyReplicas")).isEqualTo("3");
    assertThat(night.history("deployment/payment").getLast()).contains("Rolled back 1.5.0 → 1.4.2");
  }

  @Test
  void anApiServerThatIsGoneWhenYesIsSaidMeansThatNothingWasSent() {
    var refused =
        night
            .faultline()
            .run(
                () -> {
                  cluster.stopApiServer();
                  return "y";
                },
                night.here(Night.asking("payment", "1.4.2")));
    cluster.startApiServer();

    assertThat(refused.exits(1).err()).contains("nothing was sent");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
    assertThat(night.history("deployment/payment"))
        .containsExactly("1 payment 1.4.2", "2 payment 1.5.0");
  }

  @Test
  void afterAKillTheNextStartTellsWhatWasBegunAndWhatTheClusterSays() throws Exception {
    var process =
        night
            .faultline()
            .process(
                night.here(
                    Night.rollback("payment", "1.4.2", "--settle", "10m", "--timeout", "20m")))
            .start();
    awaitApplied();
    process.destroyForcibly().waitFor();
    night.await("the end of 1.5.0", night::brokenPods, String::isEmpty);
    night.kubectl("rollout", "status", "deployment/payment", "--timeout=120s");
    assertThat(onlyEntry().ended()).isEmpty();

    var next = night.run("services").exits(0);

    assertThat(next.err())
        .contains("interrupted before (" + onlyEntry().id() + ")")
        .contains("the rollback of payment 1.5.0 → 1.4.2 was begun at ")
        .contains("and applied: 3 of 3 pods of 1.4.2 are ready");
    assertThat(onlyEntry().ended()).map(Step.Ended::result).contains(Step.Result.VERIFIED);
    assertThat(night.run("services").exits(0).err()).doesNotContain("interrupted");
    assertThat(night.history("deployment/payment").getLast()).contains("Rolled back 1.5.0 → 1.4.2");
    night.run("undo", onlyEntry().id(), "--dry-run").exits(0);
  }

  private void awaitApplied() {
    night.await(
        "the cluster's acceptance in the journal",
        () -> night.faultline().journal().read().entries(),
        entries -> entries.stream().anyMatch(entry -> entry.applied().isPresent()));
  }

  private JournalEntry onlyEntry() {
    var entries = night.faultline().journal().read().entries();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
