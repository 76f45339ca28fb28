package dev.faultline.graph;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Manifest;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Makes states and graphs out of YAML, for tests. */
final class Manifests {

  static final ClusterId CLUSTER = new ClusterId("test");

  private Manifests() {}

  static ClusterState state(String... yaml) {
    var guard = new SecretGuard(new byte[] {1, 2, 3});
    var changes =
        YamlCodec.readAll(String.join("\n---\n", yaml)).stream()
            .map(tree -> new Manifest((JsonObject) tree))
            .map(manifest -> Intake.read(CLUSTER, guard.strip(manifest)))
            .map(object -> (StateChange) new StateChange.Put(object))
            .toList();
    return ClusterState.empty(CLUSTER, Instant.EPOCH).apply(Instant.EPOCH, changes);
  }

  /** Each edge as {@code caller -> callee class provenance strength}. */
  static List<String> edges(String... yaml) {
    return DependencyGraph.of(state(yaml)).dependencies().stream().map(Manifests::text).toList();
  }

  /** A Deployment in {@code shop} with one container, whose further fields are given. */
  static String deployment(String name, String... container) {
    return workload("Deployment", name, "example.org/" + name + ":1", container);
  }

  static String workload(String kind, String name, String image, String... container) {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata: {name: %s, namespace: shop}
    spec:
      template:
        metadata: {labels: {app: %s}}
        spec:
          containers:
            - name: main
              image: %s
    %s
    """
        .formatted(kind, name, name, image, String.join("\n", container).indent(8));
  }

  /** A Service in {@code shop} before the workload of the same name. */
  static String service(String name, int port) {
    return service(name, name, port);
  }

  static String service(String name, String app, int port) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: shop}
    spec: {selector: {app: %s}, ports: [{port: %d}]}
    """
        .formatted(name, app, port);
  }

  private static String text(Dependency one) {
    var kinds = one.edgeClass() + " " + one.provenance() + " " + one.strength();
    return one.caller().path()
        + " -> "
        + one.callee().path()
        + " "
        + kinds.toLowerCase(Locale.ROOT);
  }
}
