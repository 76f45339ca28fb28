package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hand of the Deployment controller: makes ReplicaSets and scales them, and says so. */
final class ReplicaSetScaler {

  private static final String COMPONENT = "deployment-controller";

  private final ObjectStore store;
  private final EventRecorder events;
  private final DeploymentStatus status;

  ReplicaSetScaler(ObjectStore store, EventRecorder events, DeploymentStatus status) {
    this.store = store;
    this.events = events;
    this.status = status;
  }

  /** A ReplicaSet of the Deployment's template, as large as the surge allows at once. */
  Manifest create(Manifest deployment, ReplicaSets sets, long number) {
    var template = deployment.podTemplate();
    var hash = Names.hash(template);
    var labels = new java.util.LinkedHashMap<>(template.texts("metadata", "labels"));
    labels.put(ReplicaSets.HASH_LABEL, hash);
    var selector =
        deployment
            .spec()
            .object("selector")
            .with(Json.of(hash), "matchLabels", ReplicaSets.HASH_LABEL);
    var tree =
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            "ReplicaSet",
            "metadata",
            Trees.object(
                "name", deployment.name() + "-" + hash,
                "namespace", deployment.namespace(),
                "labels", labels,
                "annotations", Map.of(),
                "ownerReferences", Owners.controlledBy(deployment)),
            "spec",
            Trees.object(
                "replicas",
                0,
                "selector",
                selector,
                "template",
                ReplicaSets.withHash(template, hash)));
    var bare = new Manifest(tree);
    var with = new ReplicaSets(Optional.of(bare), sets.old());
    int replicas =
        deployment.spec().text("strategy", "type").orElse("").equals("Recreate")
            ? Trees.number(deployment.spec(), 1, "replicas")
            : Rollout.wantedOfNew(deployment, with, bare);
    tree = tree.with(Json.of(replicas), "spec", "replicas");
    tree = Revisions.annotate(wanted(deployment, tree), deployment, number);
    var minReady = deployment.spec().find("minReadySeconds");
    if (minReady.isPresent()) {
      tree = tree.with(minReady.get(), "spec", "minReadySeconds");
    }
    var created = store.create(tree);
    status.madeReplicaSet(deployment, created);
    if (replicas > 0) {
      events.normal(
          deployment,
          COMPONENT,
          "ScalingReplicaSet",
          "Scaled up replica set " + created.name() + " from 0 to " + replicas);
    }
    return created;
  }

  /** Scales if the number differs, and tells whether it did. */
  boolean scale(Manifest deployment, Manifest set, int replicas) {
    int present = ReplicaSets.wanted(set);
    var tree = wanted(deployment, set.tree()).with(Json.of(replicas), "spec", "replicas");
    store.update(new Manifest(tree));
    if (present == replicas) {
      return false;
    }
    var verb = replicas > present ? "Scaled up" : "Scaled down";
    events.normal(
        deployment,
        COMPONENT,
        "ScalingReplicaSet",
        verb + " replica set " + set.name() + " from " + present + " to " + replicas);
    return true;
  }

  boolean scaleDownOld(Manifest deployment, ReplicaSets sets, Manifest current) {
    var scalings = Rollout.scaleDownOld(deployment, sets, current);
    scalings.forEach(scaling -> scale(deployment, scaling.set(), scaling.replicas()));
    return !scalings.isEmpty();
  }

  /** Whether somebody changed the Deployment's replicas since its ReplicaSets were scaled. */
  boolean wasScaled(Manifest deployment, ReplicaSets sets) {
    var wanted = Long.toString(Trees.number(deployment.spec(), 1, "replicas"));
    return sets.all()
        .filter(set -> ReplicaSets.wanted(set) > 0)
        .flatMap(set -> set.tree().text("metadata", "annotations", Revisions.DESIRED).stream())
        .anyMatch(noted -> !noted.equals(wanted));
  }

  /**
   * Follows a change of replicas without rolling further: the one active ReplicaSet takes it all;
   * of several the newest does, where Kubernetes would share it out in proportion.
   */
  void follow(Manifest deployment, ReplicaSets sets) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    var active = sets.all().filter(set -> ReplicaSets.wanted(set) > 0).toList();
    if (active.isEmpty()) {
      sets.current().or(() -> last(sets.old())).ifPresent(set -> scale(deployment, set, replicas));
      return;
    }
    var newest = active.getLast();
    int others = active.stream().mapToInt(ReplicaSets::wanted).sum() - ReplicaSets.wanted(newest);
    for (Manifest set : active) {
      boolean takesAll = set.equals(newest);
      scale(
          deployment,
          set,
          takesAll ? Math.max(0, replicas - others) : Math.min(ReplicaSets.wanted(set), replicas));
    }
  }

  private static Optional<Manifest> last(List<Manifest> sets) {
    return sets.isEmpty() ? Optional.empty() : Optional.of(sets.getLast());
  }

  private static dev.faultline.model.json.JsonObject wanted(
      Manifest deployment, dev.faultline.model.json.JsonObject set) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    return Revisions.wanted(set, replicas, replicas + Surge.of(deployment).maxSurge());
  }
}
