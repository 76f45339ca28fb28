package dev.faultline.demo;

import static dev.faultline.demo.Bench.statefulSet;
import static dev.faultline.demo.Bench.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatefulSetTest {

  private final Bench bench = new Bench();

  @Test
  void pods_come_up_one_after_the_other() {
    bench.apply(db("postgres:15")).advance(Duration.ofSeconds(4));
    assertThat(bench.pods()).hasSize(1);
    bench.rest();
    assertThat(bench.pods()).extracting(Manifest::name).containsExactly("db-0", "db-1", "db-2");
  }

  @Test
  void an_update_goes_from_the_last_to_the_first() {
    bench.apply(db("postgres:15")).rest().apply(db("postgres:16"));
    bench.advance(Duration.ofSeconds(8));
    assertThat(image("db-2")).isEqualTo("postgres:16");
    assertThat(image("db-0")).isEqualTo("postgres:15");
    bench.rest();
    assertThat(image("db-0")).isEqualTo("postgres:16");
    var status = bench.get(statefulSet("db")).status();
    assertThat(status.text("currentRevision")).isEqualTo(status.text("updateRevision"));
  }

  @Test
  void a_broken_revision_keeps_its_pod_after_the_template_was_put_right_until_it_is_deleted() {
    bench.apply(db("postgres:15")).rest().apply(db("shop/bad:1")).rest();
    bench.apply(db("postgres:15")).rest();
    assertThat(image("db-2")).isEqualTo("shop/bad:1");

    Pods.stop(bench.store, pod("db-2"), bench.simulation.queue().now());
    bench.simulation.settle();
    bench.rest();
    assertThat(image("db-2")).isEqualTo("postgres:15");
    assertThat(bench.pods()).allMatch(Pods::isReady);
  }

  @Test
  void a_template_that_comes_back_takes_the_next_number() {
    bench.apply(db("postgres:15")).rest().apply(db("postgres:16")).rest();
    bench.apply(db("postgres:15")).rest();
    assertThat(bench.store.list(Kind.CONTROLLER_REVISION))
        .extracting(ControllerRevisions::number)
        .containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void a_daemon_set_runs_on_every_node_and_is_replaced_one_by_one() {
    bench.apply(agent("agent:1")).rest();
    assertThat(bench.pods()).hasSize(3).allMatch(Pods::isReady);
    bench.apply(agent("agent:2"));
    for (int second = 0; second < 60; second++) {
      bench.advance(Duration.ofSeconds(1));
      assertThat(bench.pods().stream().filter(Pods::isReady).count()).isGreaterThanOrEqualTo(2);
    }
    assertThat(bench.pods()).hasSize(3).allMatch(Pods::isReady);
    assertThat(bench.pods()).allMatch(pod -> image(pod).equals("agent:2"));
  }

  private static Manifest db(String image) {
    return workload("StatefulSet", "db", 3, image);
  }

  private static Manifest agent(String image) {
    return new Manifest(
        workload("DaemonSet", "agent", 1, image).tree().without("spec", "replicas"));
  }

  private Manifest pod(String name) {
    return bench.pods().stream().filter(pod -> pod.name().equals(name)).findFirst().orElseThrow();
  }

  private String image(String pod) {
    return image(pod(pod));
  }

  private static String image(Manifest pod) {
    return pod.spec().objects("containers").findFirst().orElseThrow().text("image").orElse("");
  }
}
