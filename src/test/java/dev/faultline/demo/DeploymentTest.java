package dev.faultline.demo;

import static dev.faultline.demo.Bench.deployment;
import static dev.faultline.demo.Bench.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Manifest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeploymentTest {

  private final Bench bench = new Bench();

  @Test
  void a_new_deployment_comes_up_and_says_so() {
    bench.apply(web(3, "shop/web:1")).rest();

    var status = bench.get(deployment("web")).status();
    assertThat(status.number("readyReplicas")).hasValue(3);
    assertThat(status.number("observedGeneration")).hasValue(1);
    assertThat(Conditions.of(status).reason("Progressing")).isEqualTo("NewReplicaSetAvailable");
    assertThat(Conditions.of(status).isTrue("Available")).isTrue();
    assertThat(bench.pods()).hasSize(3);
    assertThat(bench.eventsAbout(bench.pods().getFirst()))
        .contains("Scheduled ×1", "Pulled ×1", "Created ×1", "Started ×1");
  }

  @Test
  void a_template_that_comes_back_gets_the_next_number_and_the_old_one_is_gone() {
    bench.apply(web(2, "shop/web:1")).rest().apply(web(2, "shop/web:2")).rest();
    bench.apply(web(2, "shop/web:1")).rest();

    assertThat(bench.replicaSets("web"))
        .extracting(Revisions::number)
        .containsExactlyInAnyOrder(2L, 3L);
    var current = bench.replicaSets("web").getLast();
    assertThat(
            current
                .podTemplate()
                .objects("spec", "containers")
                .findFirst()
                .orElseThrow()
                .text("image"))
        .hasValue("shop/web:1");
    assertThat(current.annotations()).containsEntry(Revisions.HISTORY, "1");
    assertThat(bench.get(deployment("web")).annotations()).containsEntry(Revisions.NUMBER, "3");
  }

  @Test
  void the_change_cause_is_copied_to_the_replica_set() {
    var caused =
        Trees.with(
            web(1, "shop/web:1"), "PAY-1", "metadata", "annotations", "kubernetes.io/change-cause");
    bench.apply(caused).rest();

    assertThat(bench.replicaSets("web").getFirst().annotations())
        .containsEntry("kubernetes.io/change-cause", "PAY-1");
  }

  @Test
  void the_oldest_revisions_beyond_the_limit_are_forgotten() {
    for (int version = 1; version <= 6; version++) {
      bench
          .apply(Trees.with(web(1, "shop/web:" + version), 2, "spec", "revisionHistoryLimit"))
          .rest();
    }

    assertThat(bench.replicaSets("web"))
        .extracting(Revisions::number)
        .containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void a_paused_deployment_keeps_its_pods_until_it_is_resumed() {
    bench.apply(web(2, "shop/web:1")).rest();
    bench.apply(Trees.with(web(2, "shop/web:2"), true, "spec", "paused")).rest();
    assertThat(bench.replicaSets("web")).hasSize(1);
    assertThat(Conditions.of(bench.get(deployment("web")).status()).reason("Progressing"))
        .isEqualTo("DeploymentPaused");

    bench.apply(Trees.with(web(2, "shop/web:2"), false, "spec", "paused")).rest();
    assertThat(bench.get(deployment("web")).status().number("updatedReplicas")).hasValue(2);
  }

  @Test
  void a_rollout_that_never_gets_ready_exceeds_its_deadline_and_leaves_the_old_pods_working() {
    bench.apply(web(3, "shop/web:1")).rest().apply(web(3, "shop/bad:1"));
    bench.advance(Duration.ofSeconds(500));
    assertThat(reason()).isNotEqualTo("ProgressDeadlineExceeded");

    bench.advance(Duration.ofSeconds(200));
    assertThat(reason()).isEqualTo("ProgressDeadlineExceeded");
    assertThat(bench.get(deployment("web")).status().number("availableReplicas")).hasValue(3);
  }

  @Test
  void one_that_recreates_is_down_in_between_and_never_runs_both_versions() {
    var first = Trees.with(web(2, "shop/web:1"), "Recreate", "spec", "strategy", "type");
    bench.apply(first).rest();
    bench.apply(Trees.with(web(2, "shop/bad:1"), "Recreate", "spec", "strategy", "type"));
    for (int second = 0; second < 60; second++) {
      bench.advance(Duration.ofSeconds(1));
      assertThat(bench.pods().stream().map(DeploymentTest::image).distinct().count())
          .isLessThanOrEqualTo(1);
    }
    assertThat(bench.get(deployment("web")).status().number("availableReplicas")).isEmpty();
  }

  @Test
  void scaling_changes_no_revision() {
    bench.apply(web(2, "shop/web:1")).rest().apply(web(5, "shop/web:1")).rest();
    assertThat(bench.pods()).hasSize(5);
    bench.apply(web(1, "shop/web:1")).rest();
    assertThat(bench.pods()).hasSize(1);
    assertThat(bench.replicaSets("web")).hasSize(1);
  }

  @Test
  void a_quota_keeps_pods_from_being_made_and_the_deployment_says_why() {
    bench.store.create(
        Trees.object(
            "apiVersion",
            "v1",
            "kind",
            "ResourceQuota",
            "metadata",
            Trees.object("name", "small", "namespace", "shop"),
            "spec",
            Trees.object("hard", Trees.object("pods", "2"))));
    bench.apply(web(3, "shop/web:1")).rest();

    assertThat(bench.pods()).hasSize(2);
    assertThat(Conditions.of(bench.get(deployment("web")).status()).find("ReplicaFailure"))
        .hasValueSatisfying(
            failure ->
                assertThat(failure.text("message").orElse("")).contains("exceeded quota: small"));
  }

  @Test
  void a_deleted_deployment_takes_its_pods_along() {
    bench.apply(web(2, "shop/web:1")).rest();
    bench.store.remove(deployment("web"));
    bench.simulation.settle();
    bench.rest();
    assertThat(bench.pods()).isEmpty();
  }

  private String reason() {
    return Conditions.of(bench.get(deployment("web")).status()).reason("Progressing");
  }

  private static String image(Manifest pod) {
    return pod.spec().objects("containers").findFirst().orElseThrow().text("image").orElse("");
  }
}
