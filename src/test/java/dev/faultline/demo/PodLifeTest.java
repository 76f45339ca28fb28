package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodLifeTest {

  private final Bench bench = new Bench();

  @Test
  void a_crash_loop_waits_longer_each_time_but_never_more_than_five_minutes() {
    var backOff = new CrashBackOff();
    var at = Bench.START;
    var waits = new ArrayList<Long>();
    for (int crash = 0; crash < 9; crash++) {
      var wait = backOff.after(at);
      waits.add(wait.toSeconds());
      at = at.plus(wait).plusSeconds(2);
    }
    assertThat(waits).containsExactly(0L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    assertThat(backOff.after(at.plus(Duration.ofMinutes(11)))).isZero();
  }

  @Test
  void a_crashing_container_tells_its_exit_code_restarts_and_last_words() {
    bench.apply(Bench.web(1, "shop/bad:1")).advance(Duration.ofSeconds(60));

    var pod = bench.pods().getFirst();
    var status = container(pod);
    assertThat(status.text("state", "waiting", "reason")).hasValue("CrashLoopBackOff");
    assertThat(status.number("lastState", "terminated", "exitCode")).hasValue(1);
    assertThat(status.number("restartCount")).hasValue(3);
    assertThat(bench.eventsAbout(pod)).contains("BackOff ×3", "Started ×4");
    for (boolean previous : List.of(true, false)) {
      assertThat(bench.simulation.kubelet().logs(new LogRequest(ref(pod), "main", previous, 10)))
          .isInstanceOfSatisfying(
              LogReading.Lines.class,
              lines -> assertThat(lines.lines().getLast()).endsWith("boom"));
    }
  }

  @Test
  void an_image_that_is_not_there_is_tried_again_and_again() {
    bench.apply(Bench.web(1, "shop/bad:2")).advance(Duration.ofSeconds(2));
    assertThat(container(bench.pods().getFirst()).text("state", "waiting", "reason"))
        .hasValue("ErrImagePull");
    bench.advance(Duration.ofSeconds(3));
    assertThat(container(bench.pods().getFirst()).text("state", "waiting", "reason"))
        .hasValue("ImagePullBackOff");
    bench.advance(Duration.ofSeconds(55));
    assertThat(bench.eventsAbout(bench.pods().getFirst())).anyMatch(e -> e.equals("BackOff ×3"));
  }

  @Test
  void a_missing_config_map_keeps_the_container_from_starting_until_it_is_there() {
    var web = Bench.web(1, "shop/web:1");
    var container =
        web.podTemplate()
            .objects("spec", "containers")
            .findFirst()
            .orElseThrow()
            .with(Trees.array(Trees.object("configMapRef", Map.of("name", "settings"))), "envFrom");
    bench
        .apply(Trees.with(web, Trees.array(container), "spec", "template", "spec", "containers"))
        .advance(Duration.ofSeconds(30));
    assertThat(container(bench.pods().getFirst()).text("state", "waiting", "message"))
        .hasValue("configmap \"settings\" not found");

    bench.apply(configMap("settings")).advance(Duration.ofSeconds(30));
    assertThat(Pods.isReady(bench.pods().getFirst())).isTrue();
  }

  @Test
  void what_is_written_into_a_secret_in_clear_is_there_for_the_container() {
    var web = Bench.web(1, "shop/web:1");
    var container =
        web.podTemplate()
            .objects("spec", "containers")
            .findFirst()
            .orElseThrow()
            .with(
                Trees.array(
                    Trees.object("name", "POOL")
                        .with(Json.of("db"), "valueFrom", "secretKeyRef", "name")
                        .with(Json.of("pool"), "valueFrom", "secretKeyRef", "key")),
                "env");
    bench
        .apply(new Manifest((JsonObject) YamlCodec.readAll(SECRET).getFirst()))
        .apply(Trees.with(web, Trees.array(container), "spec", "template", "spec", "containers"))
        .advance(Duration.ofSeconds(30));

    assertThat(Pods.isReady(bench.pods().getFirst())).isTrue();
  }

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: db, namespace: shop}
      stringData: {pool: '5'}
      """;

  @Test
  void a_pod_is_ready_only_while_what_it_calls_is() {
    bench.apply(calling("web", "http://store:5432")).apply(service("store"));
    bench.apply(Bench.workload("StatefulSet", "store", 1, "postgres:16")).rest();
    assertThat(ready("web")).isTrue();

    bench
        .apply(Bench.workload("StatefulSet", "store", 0, "postgres:16"))
        .advance(Duration.ofSeconds(12));
    assertThat(ready("web")).isFalse();

    bench
        .apply(Bench.workload("StatefulSet", "store", 1, "postgres:16"))
        .advance(Duration.ofSeconds(12));
    assertThat(ready("web")).isTrue();
  }

  @Test
  void what_was_said_an_hour_ago_is_forgotten() {
    bench.apply(Bench.web(1, "shop/web:1")).rest();
    var pod = bench.pods().getFirst();
    assertThat(bench.eventsAbout(pod)).isNotEmpty();
    bench.advance(Duration.ofMinutes(62));
    assertThat(bench.eventsAbout(pod)).isEmpty();
  }

  private boolean ready(String app) {
    return bench.pods().stream().filter(pod -> pod.name().startsWith(app)).allMatch(Pods::isReady);
  }

  private static Manifest calling(String name, String address) {
    var web = Bench.workload("Deployment", name, 1, "shop/web:1");
    var container =
        web.podTemplate()
            .objects("spec", "containers")
            .findFirst()
            .orElseThrow()
            .with(Trees.array(Trees.object("name", "STORE", "value", address)), "env");
    return Trees.with(web, Trees.array(container), "spec", "template", "spec", "containers");
  }

  private static Manifest service(String name) {
    return new Manifest(
        Trees.object(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Map.of("name", name, "namespace", "shop"),
            "spec",
            Trees.object(
                "selector", Map.of("app", name), "ports", Trees.array(Map.of("port", 5432)))));
  }

  private static Manifest configMap(String name) {
    return new Manifest(
        Trees.object(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", name, "namespace", "shop"),
            "data",
            Map.of("A", "1")));
  }

  private static dev.faultline.model.ResourceRef ref(Manifest pod) {
    return pod.ref(new dev.faultline.model.ClusterId("demo"));
  }

  private static JsonObject container(Manifest pod) {
    return pod.status().objects("containerStatuses").findFirst().orElseThrow();
  }
}
