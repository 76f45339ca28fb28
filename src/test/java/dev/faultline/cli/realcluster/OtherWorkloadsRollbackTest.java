package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no Deployment is taken back as well. */
@OnRealCluster
class OtherWorkloadsRollbackTest {

  private static final String IMAGE = ".spec.template.spec.containers[0].image";
  private static final String CAUSE = ".metadata.annotations.kubernetes\\.io/change-cause";

  private final Night night;

  OtherWorkloadsRollbackTest(RealCluster cluster, @TempDir Path home) {
    this.night = new Night(cluster, home);
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void aStatefulSetIsTakenBackPodByPod() {
    night.open("payment-db");
    release("statefulset/payment-db", "postgres", "18.0");

    night.run(Night.rollback("payment-db", "17.2")).exits(0);

    assertThat(night.field("statefulset/payment-db", IMAGE)).isEqualTo("shop/postgres:17.2");
    assertThat(night.field("statefulset/payment-db", ".status.updatedReplicas")).isEqualTo("2");
    assertThat(night.kubectl("get", "pods", "-l", "version=17.2", "-o", "name").lines()).hasSize(2);
    // A ControllerRevision that comes back keeps its annotations: only the object tells the cause.
    assertThat(night.field("statefulset/payment-db", CAUSE)).contains("Rolled back 18.0 → 17.2");
    assertThat(night.history("statefulset/payment-db")).hasSize(2);
  }

  @Test
  void aDaemonSetIsTakenBackAndOfAnEndlessReasonWithEscapesOnlyAPlainBeginningIsKept() {
    night.open("log-agent");
    release("daemonset/log-agent", "log-agent", "1.0.0");
    var reason = "\u001b[31mred\u0007\nline " + "x".repeat(10_000);

    var rollback =
        night
            .run(
                "rollback",
                "log-agent",
                "--to",
                "0.9.3",
                "--yes",
                "--settle",
                "2s",
                "--reason",
                reason)
            .exits(0);

    assertThat(night.field("daemonset/log-agent", IMAGE)).isEqualTo("shop/log-agent:0.9.3");
    var cause = night.field("daemonset/log-agent", CAUSE);
    assertThat(cause).contains("Rolled back 1.0.0 → 0.9.3: [31mred line x");
    assertThat(cause).hasSizeLessThanOrEqualTo(1024).doesNotContain("\u001b", "\u0007", "\n");
    var entry = night.faultline().journal().read().entries().getFirst();
    assertThat(entry.intent().reason()).hasSizeLessThanOrEqualTo(600).startsWith("[31mred line x");
    assertThat(rollback.out()).doesNotContain("\u001b", "\u0007").hasSizeLessThan(20_000);
    assertThat(night.history("daemonset/log-agent")).hasSize(2);
  }

  @Test
  void aStatefulSetThatIsStuckOnABrokenPodIsSaidToNeedItsDeletionAndThenHeals() throws Exception {
    night.open("payment-db");
    night.kubectl(
        "patch",
        "statefulset/payment-db",
        "-p",
        """
        {"spec": {"template": {"metadata": {"labels": {"version": "18.0"},
         "annotations": {"faultline.dev/simulate": "crash"}},
         "spec": {"containers": [{"name": "postgres", "image": "shop/postgres:18.0"}]}}}}
        """);
    night.await("a crash loop of 18.0", () -> waiting("18.0"), "CrashLoopBackOff"::equals);

    var running = night.faultline().start(night.here(Night.rollback("payment-db", "17.2")));
    night.await(
        "the word that it is stuck",
        running::said,
        said -> said.contains("stuck: delete payment-db-1, the StatefulSet waits for it"));
    assertThat(running.said())
        .containsPattern("stuck pods +warning +payment-db-1 is not ready")
        .contains("kubectl -n " + night.namespace() + " delete pod payment-db-1");
    assertThat(night.field("statefulset/payment-db", IMAGE)).isEqualTo("shop/postgres:17.2");
    assertThat(waiting("18.0")).isEqualTo("CrashLoopBackOff");

    night.kubectl("delete", "pod", "payment-db-1");

    var ran = running.end().get(Night.SOON.toSeconds(), TimeUnit.SECONDS).exits(0);
    assertThat(ran.out()).contains("Verified: payment-db runs 17.2 again");
    assertThat(night.kubectl("get", "pods", "-l", "version=17.2", "-o", "name").lines()).hasSize(2);
    assertThat(night.run("services").exits(0).out())
        .containsPattern("payment-db +StatefulSet +17.2 +healthy +2/2");
  }

  private String waiting(String version) {
    return night.kubectl(
        "get",
        "pods",
        "-l",
        "version=" + version,
        "-o",
        "jsonpath={.items[*].status.containerStatuses[0].state.waiting.reason}");
  }

  /** A harmless newer version, rolled out to its end. */
  private void release(String workload, String container, String version) {
    var image = "shop/" + container + ":" + version;
    night.kubectl(
        "patch",
        workload,
        "-p",
        """
        {"spec": {"template": {"metadata": {"labels": {"version": "%s"}},
         "spec": {"containers": [{"name": "%s", "image": "%s"}]}}}}
        """
            .formatted(version, container, image));
    night.kubectl("rollout", "status", workload, "--timeout=120s");
  }
}
