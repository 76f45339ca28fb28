package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.util.function.Consumer;

/** Writes a Deployment's status: counts, and the conditions that tell how its rollout does. */
final class DeploymentStatus {

  private static final String PROGRESSING = "Progressing";
  private static final String DONE = "NewReplicaSetAvailable";
  private static final String LATE = "ProgressDeadlineExceeded";

  private final ObjectStore store;
  private final EventQueue queue;
  private final Consumer<ResourceRef> lookAgain;

  DeploymentStatus(ObjectStore store, EventQueue queue, Consumer<ResourceRef> lookAgain) {
    this.store = store;
    this.queue = queue;
    this.lookAgain = lookAgain;
  }

  static Rollout.Counts counts(Manifest deployment, ReplicaSets sets) {
    return new Rollout.Counts(
        sets.sum("replicas"),
        sets.current().map(set -> Trees.number(set.status(), 0, "replicas")).orElse(0),
        sets.sum("readyReplicas"),
        sets.sum("availableReplicas"));
  }

  void madeReplicaSet(Manifest deployment, Manifest set) {
    store
        .find(deployment.ref(store.cluster()))
        .filter(DeploymentStatus::hasDeadline)
        .ifPresent(
            fresh -> {
              var message = "Created new replica set \"" + set.name() + "\"";
              var conditions =
                  Conditions.of(fresh.status())
                      .confirm(PROGRESSING, true, "NewReplicaSetCreated", message, queue.now());
              store.updateStatus(fresh, fresh.status().with(conditions.list(), "conditions"));
            });
  }

  void sync(Manifest deployment) {
    var sets = ReplicaSets.of(store, deployment);
    var counts = counts(deployment, sets);
    var conditions = available(deployment, counts, Conditions.of(deployment.status()));
    conditions = progressing(deployment, sets, counts, conditions);
    conditions = failing(sets, conditions);
    var status = Trees.object("observedGeneration", deployment.generation());
    status = positive(status, "replicas", counts.total());
    status = positive(status, "updatedReplicas", counts.updated());
    status = positive(status, "readyReplicas", counts.ready());
    status = positive(status, "availableReplicas", counts.available());
    status = positive(status, "unavailableReplicas", counts.total() - counts.available());
    store.updateStatus(deployment, status.with(conditions.list(), "conditions"));
  }

  private Conditions available(Manifest deployment, Rollout.Counts counts, Conditions conditions) {
    int least =
        Trees.number(deployment.spec(), 1, "replicas") - Surge.of(deployment).maxUnavailable();
    return counts.available() >= least
        ? conditions.confirmIfNew(
            "Available",
            true,
            "MinimumReplicasAvailable",
            "Deployment has minimum availability.",
            queue.now())
        : conditions.confirmIfNew(
            "Available",
            false,
            "MinimumReplicasUnavailable",
            "Deployment does not have minimum availability.",
            queue.now());
  }

  private Conditions progressing(
      Manifest deployment, ReplicaSets sets, Rollout.Counts counts, Conditions conditions) {
    if (!hasDeadline(deployment)) {
      return conditions.without(PROGRESSING);
    }
    if (deployment.spec().isTrue("paused")) {
      return conditions.reason(PROGRESSING).equals("DeploymentPaused")
          ? conditions
          : conditions.confirm(
              PROGRESSING, "Unknown", "DeploymentPaused", "Deployment is paused", queue.now());
    }
    if (conditions.reason(PROGRESSING).equals("DeploymentPaused")) {
      conditions =
          conditions.confirm(
              PROGRESSING, "Unknown", "DeploymentResumed", "Deployment is resumed", queue.now());
    }
    var what =
        sets.current()
            .map(set -> "ReplicaSet \"" + set.name() + "\"")
            .orElse("Deployment \"" + deployment.name() + "\"");
    boolean wasDone =
        counts.total() == counts.updated() && conditions.reason(PROGRESSING).equals(DONE);
    if (wasDone) {
      return conditions;
    }
    if (Rollout.complete(deployment, counts)) {
      return conditions.confirm(
          PROGRESSING, true, DONE, what + " has successfully progressed.", queue.now());
    }
    if (movedOn(deployment.status(), counts)) {
      conditions =
          conditions.confirm(
              PROGRESSING, true, "ReplicaSetUpdated", what + " is progressing.", queue.now());
    }
    return deadline(deployment, conditions, what);
  }

  private Conditions deadline(Manifest deployment, Conditions conditions, String what) {
    var reason = conditions.reason(PROGRESSING);
    if (reason.isEmpty() || reason.equals(DONE) || reason.equals(LATE)) {
      return conditions;
    }
    var allowed =
        Duration.ofSeconds(Trees.number(deployment.spec(), 600, "progressDeadlineSeconds"));
    var since =
        conditions
            .find(PROGRESSING)
            .flatMap(condition -> Trees.time(condition, "lastUpdateTime"))
            .orElse(queue.now());
    if (queue.now().isAfter(since.plus(allowed))) {
      return conditions.confirm(
          PROGRESSING, false, LATE, what + " has timed out progressing.", queue.now());
    }
    var ref = deployment.ref(store.cluster());
    queue.at(since.plus(allowed).plusSeconds(1), () -> lookAgain.accept(ref));
    return conditions;
  }

  private Conditions failing(ReplicaSets sets, Conditions conditions) {
    var failure = sets.current().flatMap(set -> Conditions.of(set.status()).find("ReplicaFailure"));
    return failure.isEmpty()
        ? conditions.without("ReplicaFailure")
        : conditions.confirmIfNew(
            "ReplicaFailure",
            true,
            failure.get().text("reason").orElse(""),
            failure.get().text("message").orElse(""),
            queue.now());
  }

  /** Whether the counts tell of progress since the status was last written. */
  private static boolean movedOn(JsonObject before, Rollout.Counts counts) {
    int updated = Trees.number(before, 0, "updatedReplicas");
    int old = Trees.number(before, 0, "replicas") - updated;
    return counts.updated() > updated
        || counts.total() - counts.updated() < old
        || counts.ready() > Trees.number(before, 0, "readyReplicas")
        || counts.available() > Trees.number(before, 0, "availableReplicas");
  }

  private static boolean hasDeadline(Manifest deployment) {
    int deadline = Trees.number(deployment.spec(), 600, "progressDeadlineSeconds");
    return deadline > 0 && deadline < Integer.MAX_VALUE;
  }

  private static JsonObject positive(JsonObject status, String name, int count) {
    return count > 0 ? status.with(dev.faultline.model.json.Json.of(count), name) : status;
  }
}
