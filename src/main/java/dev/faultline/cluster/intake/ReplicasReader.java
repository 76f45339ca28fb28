package dev.faultline.cluster.intake;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Replicas;
import dev.faultline.model.json.JsonObject;
import java.util.Set;

/** Reads how many pods a workload wants and has; each kind counts under names of its own. */
final class ReplicasReader {

  private ReplicasReader() {}

  static Replicas read(Kind kind, Manifest manifest) {
    var status = manifest.status();
    return switch (kind.name()) {
      case "Deployment", "StatefulSet" ->
          new Replicas(
              wanted(manifest),
              count(status, "replicas"),
              count(status, "updatedReplicas"),
              count(status, "readyReplicas"),
              count(status, "availableReplicas"));
      // The pods of a ReplicaSet are all of its one template.
      case "ReplicaSet" ->
          new Replicas(
              wanted(manifest),
              count(status, "replicas"),
              count(status, "replicas"),
              count(status, "readyReplicas"),
              count(status, "availableReplicas"));
      case "DaemonSet" ->
          new Replicas(
              count(status, "desiredNumberScheduled"),
              count(status, "currentNumberScheduled"),
              count(status, "updatedNumberScheduled"),
              count(status, "numberReady"),
              count(status, "numberAvailable"));
      case "Job" -> job(manifest);
      default -> Replicas.NONE;
    };
  }

  private static int wanted(Manifest manifest) {
    return clamp(manifest.spec().number("replicas").orElse(1));
  }

  /** A Job wants what it may run at once of what is left; nothing once it is over or suspended. */
  private static Replicas job(Manifest manifest) {
    var spec = manifest.spec();
    var status = manifest.status();
    boolean over =
        status
            .objects("conditions")
            .filter(condition -> Set.of("Complete", "Failed").contains(text(condition, "type")))
            .anyMatch(condition -> text(condition, "status").equals("True"));
    long parallelism = spec.number("parallelism").orElse(1);
    long left = spec.number("completions").orElse(parallelism) - count(status, "succeeded");
    int wanted = over || spec.isTrue("suspend") ? 0 : clamp(Math.min(parallelism, left));
    int active = count(status, "active");
    int ready = count(status, "ready");
    return new Replicas(wanted, active, active, ready, ready);
  }

  private static String text(JsonObject object, String name) {
    return object.text(name).orElse("");
  }

  private static int count(JsonObject status, String name) {
    return clamp(status.number(name).orElse(0));
  }

  private static int clamp(long number) {
    return Math.clamp(number, 0, Integer.MAX_VALUE);
  }
}
