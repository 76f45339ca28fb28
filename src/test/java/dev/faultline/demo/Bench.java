package dev.faultline.demo;

import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small simulated cluster to try controllers on: three nodes, a namespace {@code shop}. */
final class Bench {

  static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

  final Simulation simulation = new Simulation(new ClusterId("demo"), START, START, 7);
  final ObjectStore store = simulation.store();

  Bench() {
    for (String node : List.of("a", "b", "c")) {
      store.create(
          Trees.object(
              "apiVersion", "v1", "kind", "Node", "metadata", Map.of("name", "node-" + node)));
    }
    store.create(
        Trees.object("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "shop")));
    simulation.software().publish("shop/bad", Set.of("1"), start -> CRASH);
  }

  private static final Program.Run CRASH =
      new Program.Run.Crashes(Duration.ofSeconds(1), 1, "Error", List.of("boom"));

  static ResourceRef deployment(String name) {
    return new ResourceRef(new ClusterId("demo"), Kind.DEPLOYMENT, "shop", name);
  }

  static ResourceRef statefulSet(String name) {
    return new ResourceRef(new ClusterId("demo"), Kind.STATEFUL_SET, "shop", name);
  }

  /** A Deployment {@code web} of one container with a readiness probe. */
  static Manifest web(int replicas, String image) {
    return workload("Deployment", "web", replicas, image);
  }

  static Manifest workload(String kind, String name, int replicas, String image) {
    return new Manifest(
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            kind,
            "metadata",
            Map.of("name", name, "namespace", "shop"),
            "spec",
            Trees.object(
                "replicas", replicas,
                "selector", Map.of("matchLabels", Map.of("app", name)),
                "template",
                    Trees.object(
                        "metadata", Map.of("labels", Map.of("app", name)),
                        "spec", Map.of("containers", List.of(container(image)))))));
  }

  private static Json container(String image) {
    return Trees.object(
        "name",
        "main",
        "image",
        image,
        "readinessProbe",
        Trees.object("httpGet", Trees.object("path", "/ready", "port", 8080), "periodSeconds", 2));
  }

  Bench apply(Manifest manifest) {
    var result = simulation.api().apply(manifest, "alice");
    if (!(result instanceof WriteResult.Accepted)) {
      throw new AssertionError(result);
    }
    simulation.settle();
    return this;
  }

  Bench advance(Duration duration) {
    simulation.queue().runUntil(simulation.queue().now().plus(duration));
    return this;
  }

  /** Long enough for every healthy rollout of a few pods. */
  Bench rest() {
    return advance(Duration.ofMinutes(3));
  }

  Manifest get(ResourceRef ref) {
    return store.find(ref).orElseThrow();
  }

  List<Manifest> replicaSets(String deployment) {
    return ReplicaSets.of(store, get(deployment(deployment))).all().toList();
  }

  List<Manifest> pods() {
    return store.list(Kind.POD);
  }

  List<String> eventsAbout(Manifest object) {
    return store.list(Kind.EVENT).stream()
        .filter(e -> e.tree().text("involvedObject", "uid").orElse("").equals(object.uid()))
        .map(e -> e.tree().text("reason").orElse("") + " ×" + e.tree().number("count").orElse(0))
        .toList();
  }
}
