package dev.faultline.catalog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Kind;
import dev.faultline.testkit.States;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An engineer woken at three believes what stands here: it must be right, and say why. */
class HealthRulesTest {

  private static Health judge(ClusterState state) {
    return ServiceCatalog.of(state).services().getFirst().health();
  }

  private static Health judge(String... yaml) {
    return judge(States.of(yaml));
  }

  private static String deployment(String spec, String status) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, generation: 2, creationTimestamp: "2026-01-01T00:00:00Z"}
    spec: {%s}
    status: {observedGeneration: 2, %s}
    """
        .formatted(spec, status);
  }

  private static String counts(int all, int updated, int ready) {
    return "replicas: %d, updatedReplicas: %d, readyReplicas: %d, ".formatted(all, updated, ready);
  }

  private static String progressing(String status, String reason, String since) {
    return "conditions: [{type: Progressing, status: \"%s\", reason: %s, lastUpdateTime: \"2026-03-01T%sZ\"}]"
        .formatted(status, reason, since);
  }

  private static final String DONE = progressing("True", "NewReplicaSetAvailable", "01:00:00");

  private static String pod(String name, boolean ready, String containerStatus) {
    return """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: web-1
      annotations: {deployment.kubernetes.io/revision: "2"}
      ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]
    spec: {nodeName: n, containers: [{name: app}]}
    status:
      phase: Running
      conditions: [{type: Ready, status: "%s"}]
      containerStatuses: [{name: app, ready: %s, %s}]
    """
        .formatted(name, ready ? "True" : "False", ready, containerStatus);
  }

  @Test
  void allReadyAndNothingElseIsHealthy() {
    var health = judge(deployment("replicas: 2", counts(2, 2, 2) + DONE));

    assertThat(health)
        .isEqualTo(new Health(Status.HEALTHY, java.util.List.of("2 of 2 pods ready")));
  }

  @Test
  void noneReadyIsFailing() {
    assertThat(judge(deployment("replicas: 2", counts(2, 2, 0) + DONE)).status())
        .isEqualTo(Status.FAILING);
  }

  @Test
  void noneReadyWithinTheDeadlineOfARolloutIsProgress() {
    var within = progressing("True", "ReplicaSetUpdated", "02:51:00");
    var after = progressing("True", "ReplicaSetUpdated", "02:49:00");
    var gaveUp = progressing("False", "ProgressDeadlineExceeded", "02:59:00");

    assertThat(judge(deployment("replicas: 2", counts(2, 2, 0) + within)).status())
        .isEqualTo(Status.PROGRESSING);
    assertThat(judge(deployment("replicas: 2", counts(2, 2, 0) + after)).status())
        .isEqualTo(Status.FAILING);
    assertThat(judge(deployment("replicas: 2", counts(2, 2, 0) + gaveUp)))
        .satisfies(health -> assertThat(health.status()).isEqualTo(Status.FAILING))
        .satisfies(
            health -> assertThat(health.reasons()).anyMatch(reason -> reason.contains("stuck")));
  }

  @Test
  void aStaleDeadlineOfTheReleaseBeforeDoesNotCountAgainstTheNewest() {
    var stale =
        deployment(
                "replicas: 2",
                counts(2, 0, 2) + progressing("False", "ProgressDeadlineExceeded", "01:00:00"))
            .replace("generation: 2,", "generation: 3,");

    assertThat(judge(stale).status()).isEqualTo(Status.PROGRESSING);
    assertThat(judge(stale).reasons()).noneMatch(reason -> reason.contains("stuck"));
  }

  @Test
  void someReadyIsDegraded() {
    var health =
        judge(
            deployment("replicas: 3", counts(3, 3, 2) + DONE),
            pod("web-1-x", false, "restartCount: 0, state: {running: {}}"));

    assertThat(health.status()).isEqualTo(Status.DEGRADED);
    assertThat(health.reasons())
        .contains("2 of 3 pods ready", "1 pod: container app runs, but is not ready");
  }

  @Test
  void aStuckRolloutIsDegradedThoughTheOldPodsAreAllReady() {
    var gaveUp = progressing("False", "ProgressDeadlineExceeded", "02:00:00");

    assertThat(judge(deployment("replicas: 2", counts(3, 1, 2) + gaveUp)).status())
        .isEqualTo(Status.DEGRADED);
  }

  @Test
  void aRestartInTheLastTenMinutesIsDegradedAndAnOlderOneIsForgotten() {
    var restarted =
        "restartCount: 3, state: {running: {}}, lastState: {terminated: {exitCode: 137,"
            + " reason: OOMKilled, finishedAt: \"2026-03-01T02:%s:00Z\"}}";
    var web = deployment("replicas: 1", counts(1, 1, 1) + DONE);

    var recent = judge(web, pod("web-1-x", true, restarted.formatted("51")));
    assertThat(recent.status()).isEqualTo(Status.DEGRADED);
    assertThat(recent.reasons())
        .contains("1 pod: container app restarted, last 9 min ago (exit code 137, OOMKilled)");
    assertThat(judge(web, pod("web-1-x", true, restarted.formatted("49"))).status())
        .isEqualTo(Status.HEALTHY);
  }

  @Test
  void pausedIsSaidOnlyOfWhatIsWellOtherwise() {
    var unknown = progressing("Unknown", "DeploymentPaused", "02:00:00");

    assertThat(judge(deployment("paused: true", counts(1, 1, 1) + unknown)).status())
        .isEqualTo(Status.PAUSED);
    assertThat(judge(deployment("paused: true", counts(1, 1, 0) + unknown)).status())
        .isEqualTo(Status.FAILING);
  }

  @Test
  void aResumedRolloutIsUnderWayUntilTheControllerSaysNo() {
    var resumed = progressing("Unknown", "DeploymentResumed", "02:59:00");
    var young =
        deployment("replicas: 2", counts(2, 1, 2) + resumed)
            .replace("2026-01-01T00:00:00Z", "2026-03-01T02:55:00Z");

    assertThat(judge(young).status()).isEqualTo(Status.PROGRESSING);
    assertThat(judge(young.replace("Unknown", "False")).status()).isEqualTo(Status.DEGRADED);
  }

  @Test
  void scaledToZeroIsIdle() {
    assertThat(judge(deployment("replicas: 0", counts(0, 0, 0) + DONE)).status())
        .isEqualTo(Status.IDLE);
  }

  @Test
  void quotaThatRefusesPodsIsNamed() {
    var refused =
        "conditions: [{type: ReplicaFailure, status: \"True\", reason: FailedCreate,"
            + " message: \"exceeded quota: pods=10\"}]";

    assertThat(judge(deployment("replicas: 2", counts(1, 1, 1) + refused)).reasons())
        .contains("pods can't be made: exceeded quota: pods=10");
  }

  @Test
  void whatIsStaleForOverAMinuteIsUnknown() {
    var web = States.of(deployment("replicas: 2", counts(2, 2, 2) + DONE));

    assertThat(judge(stale(web, Kind.DEPLOYMENT, 61)).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge(stale(web, Kind.POD, 61)).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge(stale(web, Kind.POD, 60)).status()).isEqualTo(Status.HEALTHY);
    assertThat(judge(States.covered(web, Kind.POD, new Coverage.Loading())).status())
        .isEqualTo(Status.UNKNOWN);
  }

  private static ClusterState stale(ClusterState state, Kind kind, int seconds) {
    var since = States.NOW.minus(Duration.ofSeconds(seconds));
    return States.covered(state, kind, new Coverage.Stale(since, "connection refused"));
  }

  @Test
  void podsThatMayNotBeReadHideHealthButNotFailure() {
    var forbidden = new Coverage.Forbidden("no list on pods");
    var well = States.of(deployment("replicas: 2", counts(2, 2, 2) + DONE));
    var ill = States.of(deployment("replicas: 2", counts(2, 2, 0) + DONE));

    assertThat(judge(States.covered(well, Kind.POD, forbidden)).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge(States.covered(ill, Kind.POD, forbidden)))
        .satisfies(health -> assertThat(health.status()).isEqualTo(Status.FAILING))
        .satisfies(
            health -> assertThat(health.reasons()).contains("Pods can't be read: no list on pods"));
  }

  @Test
  void aFolderOfManifestsTellsNoHealth() {
    var web = States.of("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n");

    assertThat(judge(States.covered(web, Kind.POD, new Coverage.NotServed())).status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aStatefulSetThatCannotPullItsNewImageSaysSoWithoutThePassword() {
    var health = judge(States.ofResource("/catalog/statefulset.yaml"));

    assertThat(health.status()).isEqualTo(Status.DEGRADED);
    assertThat(health.reasons())
        .contains("17.3 (new) has 0 of 1 pod ready")
        .anyMatch(reason -> reason.contains("ImagePullBackOff"))
        .noneMatch(reason -> reason.contains("hunter2"));
  }

  @Test
  void aPartitionHoldsAnUpdateOnPurpose() {
    var held =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, generation: 2}
        spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}}
        status: {observedGeneration: 2, replicas: 3, readyReplicas: 3, updatedReplicas: 1}
        """;

    assertThat(judge(held).status()).isEqualTo(Status.HEALTHY);
    assertThat(judge(held).reasons()).contains("the update is held at partition 2");
    assertThat(judge(held.replace("partition: 2", "partition: 0")).status())
        .isEqualTo(Status.DEGRADED);
  }

  @Test
  void aDaemonSetThatNoNodeWantsIsIdle() {
    assertThat(judge("apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\n").status())
        .isEqualTo(Status.IDLE);
  }

  @Test
  void aMessageFromTheClusterCannotMoveTheCursor() {
    var hostile =
        judge(
            deployment("replicas: 2", counts(2, 2, 0) + DONE),
            pod(
                "web-1-x",
                false,
                "restartCount: 0, state: {waiting: {reason: ErrImagePull, message: \"\\e[2J"
                    + "x".repeat(9_999)
                    + "\"}}"));

    assertThat(String.join("", hostile.reasons())).doesNotContain("\u001b").hasSizeLessThan(500);
  }

  /**
   * The controller leaves the condition of the rollout before as it is until the first new pod is
   * ready, if it takes up a ReplicaSet that was there already.
   */
  @Test
  void aRollbackThatHasJustBegunIsUnderWayWhateverTheConditionOfTheLastRolloutSays() {
    var begun = deployment("replicas: 2", counts(3, 1, 2) + DONE);

    assertThat(judge(written(begun, "02:59:30")).status()).isEqualTo(Status.PROGRESSING);
    assertThat(judge(written(begun, "02:45:00")).status()).isEqualTo(Status.DEGRADED);
  }

  private static String written(String deployment, String time) {
    return deployment.replace(
        "generation: 2,",
        "generation: 2, managedFields: [{manager: faultline, time: \"2026-03-01T"
            + time
            + "Z\", fieldsV1: {\"f:spec\": {\"f:template\": {}}}}],");
  }

  /** Pods are a Deployment's through its ReplicaSets: without them no restart is seen. */
  @Test
  void withoutItsReplicaSetsADeploymentIsNotCalledHealthy() {
    var state = States.of(deployment("replicas: 2", counts(2, 2, 2) + DONE));
    var forbidden = new Coverage.Forbidden("replicasets is forbidden");
    var stale = new Coverage.Stale(States.NOW.minus(Duration.ofMinutes(5)), "refused");

    var hidden = judge(States.covered(state, Kind.REPLICA_SET, forbidden));
    assertThat(hidden.status()).isEqualTo(Status.UNKNOWN);
    assertThat(hidden.reasons()).contains("ReplicaSets can't be read: replicasets is forbidden");
    assertThat(judge(States.covered(state, Kind.REPLICA_SET, stale)).status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void withoutItsJobsAScaledJobIsNotCalledIdle() {
    var state =
        States.of("apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: invoices}\n");
    var forbidden = new Coverage.Forbidden("jobs is forbidden");

    assertThat(judge(state).status()).isEqualTo(Status.IDLE);
    assertThat(judge(States.covered(state, Kind.JOB, forbidden)).reasons())
        .containsExactly("Jobs can't be read: jobs is forbidden");
  }
}
