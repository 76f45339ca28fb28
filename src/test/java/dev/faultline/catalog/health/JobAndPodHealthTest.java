package dev.faultline.catalog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import dev.faultline.testkit.States;
import org.junit.jupiter.api.Test;

/** What shall run to an end is judged by how it ended. */
class JobAndPodHealthTest {

  private static Health judge(String name, String... yaml) {
    return ServiceCatalog.of(States.of(yaml)).find(name).getFirst().health();
  }

  private static String job(String name, String created, String rest) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: %s
      creationTimestamp: "2026-03-01T%sZ"
      ownerReferences: [{apiVersion: batch/v1, kind: CronJob, name: nightly, controller: true}]
    %s
    """
        .formatted(name, created, rest);
  }

  private static String ended(String how, String reason) {
    return "status: {conditions: [{type: %s, status: \"True\", reason: %s}]}"
        .formatted(how, reason);
  }

  private static String alone(String job) {
    return job.replaceAll("(?m)^ +ownerReferences.*\n", "");
  }

  private static final String NIGHTLY =
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly}\n";

  private static final String SCALED =
      "apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: nightly}\n";

  @Test
  void aJobIsJudgedByItsEnd() {
    assertThat(judge("j", alone(job("j", "01:00:00", ended("Complete", "CompletionsReached")))))
        .extracting(Health::status)
        .isEqualTo(Status.IDLE);
    assertThat(judge("j", alone(job("j", "01:00:00", ended("Failed", "BackoffLimitExceeded")))))
        .isEqualTo(new Health(Status.FAILING, java.util.List.of("failed (BackoffLimitExceeded)")));
    assertThat(judge("j", alone(job("j", "01:00:00", "status: {active: 1}"))).status())
        .isEqualTo(Status.PROGRESSING);
    assertThat(judge("j", alone(job("j", "01:00:00", "spec: {suspend: true}"))).status())
        .isEqualTo(Status.PAUSED);
  }

  @Test
  void aCronJobIsAsGoodAsTheLastOfItsJobsThatEnded() {
    var failed = ended("Failed", "DeadlineExceeded");
    var complete = ended("Complete", "CompletionsReached");

    assertThat(
            judge("nightly", NIGHTLY, job("a", "01:00:00", complete), job("b", "02:00:00", failed))
                .reasons())
        .containsExactly("its last job b failed (DeadlineExceeded)");
    assertThat(
            judge("nightly", NIGHTLY, job("a", "01:00:00", failed), job("b", "02:00:00", complete))
                .status())
        .isEqualTo(Status.HEALTHY);
    assertThat(judge("nightly", NIGHTLY).status()).isEqualTo(Status.IDLE);
    assertThat(judge("nightly", NIGHTLY + "spec: {suspend: true}").status())
        .isEqualTo(Status.PAUSED);
  }

  @Test
  void aScaledJobIsAsGoodAsTheLastOfItsJobsThatEnded() {
    var failed = ofScaledJob(job("a", "01:00:00", ended("Failed", "BackoffLimitExceeded")));
    var complete = ofScaledJob(job("b", "02:00:00", ended("Complete", "CompletionsReached")));
    var runs = ofScaledJob(job("c", "03:00:00", "status: {active: 1}"));

    assertThat(judge("nightly", SCALED, failed).reasons())
        .containsExactly("its last job a failed (BackoffLimitExceeded)");
    assertThat(judge("nightly", SCALED, failed, complete).status()).isEqualTo(Status.HEALTHY);
    assertThat(judge("nightly", SCALED, complete, runs).status()).isEqualTo(Status.PROGRESSING);
    assertThat(judge("nightly", SCALED).status()).isEqualTo(Status.IDLE);
  }

  @Test
  void aScaledJobMayBePausedOrWithoutAQueueToLookAt() {
    var paused = SCALED.replace("}", ", annotations: {autoscaling.keda.sh/paused: \"true\"}}");
    var blind =
        SCALED
            + "status: {conditions: [{type: Ready, status: \"False\", reason: ScaledJobCheckFailed,"
            + " message: no connection}]}\n";
    var complete = ofScaledJob(job("b", "02:00:00", ended("Complete", "CompletionsReached")));

    assertThat(judge("nightly", paused, complete).reasons())
        .containsExactly("paused: no further job will start");
    assertThat(judge("nightly", blind, complete))
        .isEqualTo(
            new Health(
                Status.DEGRADED,
                java.util.List.of(
                    "KEDA starts no jobs for it (ScaledJobCheckFailed): no connection",
                    "its last job ran to its end")));
  }

  private static String ofScaledJob(String job) {
    return job.replace(
        "{apiVersion: batch/v1, kind: CronJob", "{apiVersion: keda.sh/v1alpha1, kind: ScaledJob");
  }

  @Test
  void aPodOnItsOwnHasTenMinutesToStart() {
    var pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: debug, creationTimestamp: "2026-03-01T02:%s:00Z"}
        spec: {containers: [{name: sh}]}
        status:
          phase: Pending
          conditions: [{type: PodScheduled, status: "False", reason: Unschedulable, message: no node}]
        """;

    assertThat(judge("debug", pod.formatted("51")).status()).isEqualTo(Status.PROGRESSING);
    assertThat(judge("debug", pod.formatted("49")).status()).isEqualTo(Status.FAILING);
    assertThat(judge("debug", pod.formatted("49")).reasons())
        .contains("1 pod: can't be scheduled: no node");
    assertThat(judge("debug", pod.formatted("49").replace("Pending", "Succeeded")).status())
        .isEqualTo(Status.IDLE);
  }
}
