package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What controllers ask of pods, and how they make them. */
final class Pods {

  private Pods() {}

  static boolean isReady(Manifest pod) {
    return !Trees.isDeleting(pod) && Conditions.of(pod.status()).isTrue("Ready");
  }

  /** When a pod counts as available: after it has been ready for a while. */
  static Optional<Instant> availableFrom(Manifest pod, Duration minReady) {
    return isReady(pod)
        ? Conditions.of(pod.status())
            .find("Ready")
            .flatMap(ready -> Trees.time(ready, "lastTransitionTime"))
            .map(since -> since.plus(minReady))
        : Optional.empty();
  }

  /** Which pods to give up first: not ready before ready, young before old. */
  static Comparator<Manifest> leastUsefulFirst() {
    return Comparator.comparing(Pods::isReady)
        .thenComparing(
            Comparator.comparing(
                    (Manifest pod) -> pod.tree().text("metadata", "creationTimestamp").orElse(""))
                .reversed())
        .thenComparing(Manifest::name);
  }

  /** A pod of a template, not yet stored. */
  static JsonObject fromTemplate(Manifest owner, String name, JsonObject template) {
    var meta = template.object("metadata").without("creationTimestamp");
    meta =
        meta.with(Json.of(name), "name")
            .with(Json.of(owner.namespace()), "namespace")
            .with(Owners.controlledBy(owner), "ownerReferences");
    return Trees.object(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        meta,
        "spec",
        template.object("spec"),
        "status",
        Trees.object("phase", "Pending", "qosClass", "Burstable"));
  }

  /** Asks for a graceful end; the kubelet removes the pod when it has stopped. */
  static void stop(ObjectStore store, Manifest pod, Instant now) {
    if (!Trees.isDeleting(pod)) {
      var grace = Trees.number(pod.spec(), 30, "terminationGracePeriodSeconds");
      var marked = Trees.with(pod, now.plusSeconds(grace), "metadata", "deletionTimestamp");
      store.update(Trees.with(marked, grace, "metadata", "deletionGracePeriodSeconds"));
    }
  }
}
