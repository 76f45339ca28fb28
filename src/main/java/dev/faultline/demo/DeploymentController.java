package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns a Deployment's template into ReplicaSets, and moves pods from the old to the new within its
 * surge. After Kubernetes' {@code pkg/controller/deployment}: one step a look, then the status.
 */
final class DeploymentController implements Controller {

  private final ObjectStore store;
  private final ReplicaSetScaler scaler;
  private final DeploymentStatus status;

  DeploymentController(ObjectStore store, ReplicaSetScaler scaler, DeploymentStatus status) {
    this.store = store;
    this.scaler = scaler;
    this.status = status;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.DEPLOYMENT)) {
      return change.statusOnly() ? Stream.empty() : Stream.of(change.ref());
    }
    if (change.kind().equals(Kind.REPLICA_SET)) {
      return Owners.controller(change.ref(), change.object(), Kind.DEPLOYMENT).stream();
    }
    // A Deployment that recreates waits for the last old pod to be gone.
    if (change.kind().equals(Kind.POD) && change.removed()) {
      return Owners.controller(change.ref(), change.object(), Kind.REPLICA_SET)
          .flatMap(set -> store.find(set).flatMap(m -> Owners.controller(set, m, Kind.DEPLOYMENT)))
          .stream();
    }
    return Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store.find(ref).filter(d -> !Trees.isDeleting(d)).ifPresent(this::reconcile);
  }

  private void reconcile(Manifest deployment) {
    var sets = ReplicaSets.of(store, deployment);
    if (deployment.spec().isTrue("paused")) {
      scaler.follow(deployment, sets);
    } else if (scaler.wasScaled(deployment, sets)) {
      scaler.follow(deployment, numbered(deployment, sets));
    } else if (deployment.spec().text("strategy", "type").orElse("").equals("Recreate")) {
      recreate(deployment, sets);
    } else {
      roll(deployment, sets);
    }
    store.find(deployment.ref(store.cluster())).ifPresent(status::sync);
  }

  private void roll(Manifest deployment, ReplicaSets sets) {
    var current = current(deployment, sets);
    var all = sets.with(current);
    int wanted = Rollout.wantedOfNew(deployment, all, current);
    if (!scaler.scale(deployment, current, wanted)
        && !scaler.scaleDownOld(deployment, all, current)) {
      cleanUpIfComplete(deployment, all);
    }
  }

  private void recreate(Manifest deployment, ReplicaSets sets) {
    boolean scaledDown = false;
    for (Manifest old : sets.active()) {
      scaledDown |= scaler.scale(deployment, old, 0);
    }
    boolean oldPodsRun =
        sets.old().stream().anyMatch(old -> !store.ownedBy(old, Kind.POD).isEmpty());
    if (scaledDown || oldPodsRun) {
      return;
    }
    var current = current(deployment, sets);
    int wanted = Trees.number(deployment.spec(), 1, "replicas");
    if (!scaler.scale(deployment, current, wanted)) {
      cleanUpIfComplete(deployment, sets.with(current));
    }
  }

  /** The ReplicaSet of the template, numbered as the newest; made if there is none. */
  private Manifest current(Manifest deployment, ReplicaSets sets) {
    long number = Revisions.next(sets.old());
    var current =
        sets.current()
            .map(
                set ->
                    store.update(new Manifest(Revisions.annotate(set.tree(), deployment, number))))
            .orElseGet(() -> scaler.create(deployment, sets, number));
    store
        .find(deployment.ref(store.cluster()))
        .ifPresent(
            fresh ->
                store.update(
                    new Manifest(
                        Revisions.annotation(
                            fresh.tree(), Revisions.NUMBER, "" + Revisions.number(current)))));
    return current;
  }

  private ReplicaSets numbered(Manifest deployment, ReplicaSets sets) {
    if (sets.current().isPresent()) {
      current(deployment, sets);
    }
    return ReplicaSets.of(store, deployment);
  }

  /** Once the rollout is through, the oldest empty ReplicaSets beyond the limit go. */
  private void cleanUpIfComplete(Manifest deployment, ReplicaSets sets) {
    if (!Rollout.complete(deployment, DeploymentStatus.counts(deployment, sets))) {
      return;
    }
    var empty =
        sets.old().stream()
            .filter(set -> ReplicaSets.wanted(set) == 0)
            .filter(set -> Trees.number(set.status(), 0, "replicas") == 0)
            .sorted(Comparator.comparingLong(Revisions::number))
            .toList();
    int limit = Trees.number(deployment.spec(), 10, "revisionHistoryLimit");
    empty.stream()
        .limit(Math.max(0, empty.size() - limit))
        .forEach(set -> store.remove(set.ref(store.cluster())));
  }
}
