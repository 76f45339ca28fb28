package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs the pods of a StatefulSet one after the other, and updates them from the last to the first.
 * As in Kubernetes it waits for a pod that is not ready before it does anything else, so a broken
 * revision keeps its pod even after the template was put right (kubernetes#67250).
 */
final class StatefulSetController implements Controller {

  private static final String COMPONENT = "statefulset-controller";

  private final ObjectStore store;
  private final Supplier<Instant> now;
  private final EventRecorder events;
  private final ControllerRevisions revisions;

  StatefulSetController(ObjectStore store, Supplier<Instant> now, EventRecorder events) {
    this.store = store;
    this.now = now;
    this.events = events;
    this.revisions = new ControllerRevisions(store);
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.STATEFUL_SET, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.STATEFUL_SET)) {
      return Stream.of(change.ref());
    }
    return change.kind().equals(Kind.POD) && !change.samePod()
        ? Owners.controller(change.ref(), change.object(), Kind.STATEFUL_SET).stream()
        : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store.find(ref).ifPresent(this::reconcile);
  }

  private void reconcile(Manifest set) {
    var update = revisions.current(set);
    var currentName = set.status().text("currentRevision").orElse(update.name());
    var current =
        revisions.of(set).stream()
            .filter(revision -> revision.name().equals(currentName))
            .findFirst()
            .orElse(update);
    step(set, current, update);
    writeStatus(set, current, update);
    var living = new HashSet<String>();
    living.add(ControllerRevisions.hash(current));
    living.add(ControllerRevisions.hash(update));
    pods(set).forEach(pod -> living.add(hash(pod)));
    revisions.cleanUp(set, living);
  }

  /** One step: make a missing pod, wait for one that is not ready, scale down, or update. */
  private void step(Manifest set, Manifest current, Manifest update) {
    int replicas = Trees.number(set.spec(), 1, "replicas");
    var pods = pods(set);
    boolean ordered = !set.spec().text("podManagementPolicy").orElse("").equals("Parallel");
    for (int ordinal = 0; ordinal < replicas; ordinal++) {
      var pod = find(pods, set.name() + "-" + ordinal);
      if (pod.isEmpty()) {
        create(set, ordinal, keepsCurrent(set, ordinal) ? current : update);
        if (ordered) {
          return;
        }
      } else if (ordered && !Pods.isReady(pod.getFirst())) {
        return;
      }
    }
    for (Manifest pod : pods.reversed()) {
      if (ordinal(pod) >= replicas) {
        delete(set, pod);
        return;
      }
    }
    update(set, update, pods, replicas);
  }

  private void update(Manifest set, Manifest update, List<Manifest> pods, int replicas) {
    if (set.spec().text("updateStrategy", "type").orElse("").equals("OnDelete")) {
      return;
    }
    int partition = Trees.number(set.spec(), 0, "updateStrategy", "rollingUpdate", "partition");
    for (int ordinal = replicas - 1; ordinal >= partition; ordinal--) {
      var pod = find(pods, set.name() + "-" + ordinal);
      if (pod.isEmpty()) {
        return;
      }
      if (!hash(pod.getFirst()).equals(update.name())) {
        delete(set, pod.getFirst());
        return;
      }
      if (!Pods.isReady(pod.getFirst())) {
        return;
      }
    }
  }

  /** Whether a pod that must be made again still belongs to the revision before the update. */
  private boolean keepsCurrent(Manifest set, int ordinal) {
    int partition = Trees.number(set.spec(), 0, "updateStrategy", "rollingUpdate", "partition");
    return ordinal < Math.max(partition, Trees.number(set.status(), 0, "currentReplicas"));
  }

  private void create(Manifest set, int ordinal, Manifest revision) {
    var name = set.name() + "-" + ordinal;
    set.spec().objects("volumeClaimTemplates").forEach(claim -> claim(set, claim, name));
    var pod = Pods.fromTemplate(set, name, ControllerRevisions.template(revision));
    pod =
        pod.with(Json.of(revision.name()), "metadata", "labels", ControllerRevisions.HASH_LABEL)
            .with(Json.of(name), "metadata", "labels", "statefulset.kubernetes.io/pod-name")
            .with(Json.of("" + ordinal), "metadata", "labels", "apps.kubernetes.io/pod-index")
            .with(Json.of(name), "spec", "hostname");
    store.create(pod);
    events.normal(
        set,
        COMPONENT,
        "SuccessfulCreate",
        "create Pod " + name + " in StatefulSet " + set.name() + " successful");
  }

  private void claim(Manifest set, dev.faultline.model.json.JsonObject claim, String podName) {
    var name = claim.text("metadata", "name").orElse("data") + "-" + podName;
    if (store.find(store.ref(Kind.PERSISTENT_VOLUME_CLAIM, set.namespace(), name)).isEmpty()) {
      store.create(
          Trees.object(
              "apiVersion", "v1",
              "kind", "PersistentVolumeClaim",
              "metadata",
                  Trees.object(
                      "name", name,
                      "namespace", set.namespace(),
                      "labels", set.spec().object("selector", "matchLabels")),
              "spec", claim.object("spec"),
              "status", Trees.object("phase", "Bound")));
    }
  }

  private void delete(Manifest set, Manifest pod) {
    if (!Trees.isDeleting(pod)) {
      Pods.stop(store, pod, now.get());
      events.normal(
          set,
          COMPONENT,
          "SuccessfulDelete",
          "delete Pod " + pod.name() + " in StatefulSet " + set.name() + " successful");
    }
  }

  private void writeStatus(Manifest set, Manifest current, Manifest update) {
    int replicas = Trees.number(set.spec(), 1, "replicas");
    var pods = pods(set).stream().filter(pod -> !Trees.isDeleting(pod)).toList();
    long updated = pods.stream().filter(pod -> hash(pod).equals(update.name())).count();
    long old = pods.stream().filter(pod -> hash(pod).equals(current.name())).count();
    long ready = pods.stream().filter(Pods::isReady).count();
    boolean done = updated == replicas && ready == replicas && pods.size() == replicas;
    store.updateStatus(
        set,
        Trees.object(
            "observedGeneration",
            set.generation(),
            "replicas",
            pods.size(),
            "readyReplicas",
            ready,
            "availableReplicas",
            ready,
            "currentReplicas",
            done ? updated : old,
            "updatedReplicas",
            updated,
            "currentRevision",
            done ? update.name() : current.name(),
            "updateRevision",
            update.name(),
            "collisionCount",
            0));
  }

  /** The pods by ordinal. */
  private List<Manifest> pods(Manifest set) {
    var pods = new ArrayList<>(store.ownedBy(set, Kind.POD));
    pods.sort(java.util.Comparator.comparingInt(StatefulSetController::ordinal));
    return pods;
  }

  private static List<Manifest> find(List<Manifest> pods, String name) {
    return pods.stream().filter(pod -> pod.name().equals(name)).toList();
  }

  private static int ordinal(Manifest pod) {
    return Integer.parseInt(pod.name().substring(pod.name().lastIndexOf('-') + 1));
  }

  private static String hash(Manifest pod) {
    return pod.labels().getOrDefault(ControllerRevisions.HASH_LABEL, "");
  }
}
