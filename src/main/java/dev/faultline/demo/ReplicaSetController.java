package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps as many pods of a ReplicaSet's template as it wants. */
final class ReplicaSetController implements Controller {

  private static final String COMPONENT = "replicaset-controller";
  private static final Duration RETRY = Duration.ofSeconds(15);

  private final ObjectStore store;
  private final EventQueue queue;
  private final Names names;
  private final EventRecorder events;
  private final Quota quota;
  private final Consumer<ResourceRef> lookAgain;
  private final Map<String, Refusal> refused = new HashMap<>();

  /** Why the last pod was not admitted, and when to ask again. */
  private record Refusal(String why, Instant retry) {}

  ReplicaSetController(
      ObjectStore store,
      EventQueue queue,
      Names names,
      EventRecorder events,
      Quota quota,
      Consumer<ResourceRef> lookAgain) {
    this.store = store;
    this.queue = queue;
    this.names = names;
    this.events = events;
    this.quota = quota;
    this.lookAgain = lookAgain;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.REPLICA_SET, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.REPLICA_SET)) {
      return change.statusOnly() ? Stream.empty() : Stream.of(change.ref());
    }
    return change.kind().equals(Kind.POD) && !change.samePod()
        ? Owners.controller(change.ref(), change.object(), Kind.REPLICA_SET).stream()
        : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store.find(ref).ifPresent(this::reconcile);
  }

  private void reconcile(Manifest set) {
    var pods = living(set);
    int missing = ReplicaSets.wanted(set) - pods.size();
    if (missing > 0 && !isWaiting(set)) {
      create(set, missing);
    } else if (missing <= 0) {
      refused.remove(set.uid());
      pods.stream()
          .sorted(Pods.leastUsefulFirst())
          .limit(-(long) missing)
          .forEach(pod -> stop(set, pod));
    }
    store.updateStatus(set, status(set, living(set)));
  }

  private void create(Manifest set, int count) {
    for (int i = 0; i < count; i++) {
      var pod = Pods.fromTemplate(set, set.name() + "-" + names.suffix(), set.podTemplate());
      var refusal = quota.refuses(new Manifest(pod));
      if (refusal.isPresent()) {
        events.warning(set, COMPONENT, "FailedCreate", "Error creating: " + refusal.get());
        var ref = set.ref(store.cluster());
        var retry = queue.now().plus(RETRY);
        refused.put(set.uid(), new Refusal(refusal.get(), retry));
        queue.at(retry, () -> lookAgain.accept(ref));
        return;
      }
      var created = store.create(pod);
      events.normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + created.name());
    }
    refused.remove(set.uid());
  }

  private boolean isWaiting(Manifest set) {
    return Optional.ofNullable(refused.get(set.uid()))
        .filter(refusal -> refusal.retry().isAfter(queue.now()))
        .isPresent();
  }

  private void stop(Manifest set, Manifest pod) {
    Pods.stop(store, pod, queue.now());
    events.normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + pod.name());
  }

  private List<Manifest> living(Manifest set) {
    return store.ownedBy(set, Kind.POD).stream().filter(pod -> !Trees.isDeleting(pod)).toList();
  }

  private JsonObject status(Manifest set, List<Manifest> pods) {
    var minReady = Trees.seconds(set.spec(), "minReadySeconds").orElse(Duration.ZERO);
    int ready = 0;
    int available = 0;
    for (Manifest pod : pods) {
      var from = Pods.availableFrom(pod, minReady);
      if (from.isPresent()) {
        ready++;
        if (!from.get().isAfter(queue.now())) {
          available++;
        } else {
          queue.at(from.get(), () -> lookAgain.accept(set.ref(store.cluster())));
        }
      }
    }
    var status = Trees.object("replicas", pods.size(), "observedGeneration", set.generation());
    if (!pods.isEmpty()) {
      status = status.with(Json.of(pods.size()), "fullyLabeledReplicas");
    }
    if (ready > 0) {
      status = status.with(Json.of(ready), "readyReplicas");
    }
    if (available > 0) {
      status = status.with(Json.of(available), "availableReplicas");
    }
    var refusal = Optional.ofNullable(refused.get(set.uid()));
    if (refusal.isPresent()) {
      var failed =
          Conditions.of(set.status())
              .set(
                  "ReplicaFailure",
                  true,
                  Optional.of("FailedCreate"),
                  refusal.get().why(),
                  queue.now());
      status = status.with(failed.list(), "conditions");
    }
    return status;
  }
}
