package dev.faultline.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves the test cluster itself: what other tests take for granted of it. */
@OnRealCluster
class RealClusterTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String IN_PAYMENT =
      "{range .items[*]}{.status.containerStatuses[0].%s}{\"\\n\"}{end}";

  private final RealCluster cluster;
  private String namespace = "";

  RealClusterTest(RealCluster cluster) {
    this.cluster = cluster;
  }

  @BeforeEach
  void theShopIsOpen() {
    namespace = cluster.newNamespace();
    cluster.applyShop(namespace);
  }

  @AfterEach
  void theShopIsGone() {
    cluster.deleteNamespace(namespace);
  }

  @Test
  void everyPodOfTheShopRunsAndNamesTheDigestOfItsImage() {
    String pods =
        cluster
            .kubectl(
                "get", "pods", "-n", namespace, "-o", "jsonpath=" + IN_PAYMENT.formatted("imageID"))
            .orFail()
            .stdout();

    assertThat(pods.lines())
        .hasSize(17)
        .allSatisfy(image -> assertThat(image).matches("shop/[a-z-]+@sha256:[0-9a-f]{64}"));
    assertThat(ready("payment")).isEqualTo("3");
  }

  @Test
  void aReleaseThatCrashesKeepsRestartingWhileTheOldPodsServeOnAndUndoBringsItBack() {
    cluster.releaseBrokenPayment(namespace);

    cluster.await(
        "a crash loop", SOON, () -> ofBroken("state.waiting.reason"), "CrashLoopBackOff"::equals);
    assertThat(ofBroken("lastState.terminated.exitCode")).isEqualTo("1");
    int restarts = restarts();
    cluster.await("two restarts more", SOON, this::restarts, now -> now >= restarts + 2);
    assertThat(ready("payment")).isEqualTo("3");
    cluster.await(
        "a rollout past its deadline",
        SOON,
        () -> ofPayment("{.status.conditions[?(@.type==\"Progressing\")].reason}"),
        "ProgressDeadlineExceeded"::equals);

    cluster.kubectl("rollout", "undo", "deployment/payment", "-n", namespace).orFail();

    cluster
        .kubectl("rollout", "status", "deployment/payment", "-n", namespace, "--timeout=60s")
        .orFail();
    assertThat(ofPayment("{.spec.template.spec.containers[0].image}"))
        .isEqualTo("shop/payment:1.4.2");
    cluster.await("the end of the broken pods", SOON, () -> ofBroken("name"), String::isEmpty);
  }

  @Test
  void theLogOfACrashingPodTellsWhy() {
    cluster.releaseBrokenPayment(namespace);
    cluster.await(
        "a crash loop", SOON, () -> ofBroken("state.waiting.reason"), "CrashLoopBackOff"::equals);

    // The API server reads the log from the node: what it answers came through the same path as on
    // any cluster.
    CommandResult log =
        cluster.kubectl("logs", "-n", namespace, "-l", "version=1.5.0", "--tail=1", "--previous");

    assertThat(log.orFail().stdout()).contains("panic: DB_POOL must be positive");
    assertThat(cluster.kubectl("logs", "-n", namespace, "deployment/gateway").orFail().stdout())
        .contains("listening on :8080");
  }

  private String ofPayment(String path) {
    return cluster
        .kubectl("get", "deployment", "payment", "-n", namespace, "-o", "jsonpath=" + path)
        .orFail()
        .stdout();
  }

  private String ready(String deployment) {
    return cluster
        .kubectl(
            "get",
            "deployment",
            deployment,
            "-n",
            namespace,
            "-o",
            "jsonpath={.status.readyReplicas}")
        .orFail()
        .stdout();
  }

  private String ofBroken(String path) {
    return cluster
        .kubectl(
            "get",
            "pods",
            "-n",
            namespace,
            "-l",
            "version=1.5.0",
            "-o",
            "jsonpath=" + IN_PAYMENT.formatted(path))
        .orFail()
        .stdout()
        .strip();
  }

  private int restarts() {
    return Integer.parseInt(ofBroken("restartCount"));
  }
}
