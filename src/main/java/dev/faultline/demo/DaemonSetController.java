package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs one pod of a DaemonSet on every node, and replaces old ones within maxUnavailable. */
final class DaemonSetController implements Controller {

  private static final String COMPONENT = "daemonset-controller";

  private final ObjectStore store;
  private final Supplier<Instant> now;
  private final Names names;
  private final EventRecorder events;
  private final ControllerRevisions revisions;

  DaemonSetController(ObjectStore store, Supplier<Instant> now, Names names, EventRecorder events) {
    this.store = store;
    this.now = now;
    this.names = names;
    this.events = events;
    this.revisions = new ControllerRevisions(store);
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.DAEMON_SET, Kind.NODE, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.DAEMON_SET)) {
      return Stream.of(change.ref());
    }
    if (change.kind().equals(Kind.NODE) && (change.added() || change.removed())) {
      return store.list(Kind.DAEMON_SET).stream().map(set -> set.ref(store.cluster()));
    }
    return change.kind().equals(Kind.POD) && !change.samePod()
        ? Owners.controller(change.ref(), change.object(), Kind.DAEMON_SET).stream()
        : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store.find(ref).ifPresent(this::reconcile);
  }

  private void reconcile(Manifest set) {
    var revision = revisions.current(set);
    var nodes = store.list(Kind.NODE).stream().map(Manifest::name).toList();
    for (String node : nodes) {
      if (pods(set).stream().noneMatch(pod -> runsOn(pod, node))) {
        create(set, revision, node);
      }
    }
    if (!set.spec().text("updateStrategy", "type").orElse("").equals("OnDelete")) {
      update(set, revision, nodes.size());
    }
    writeStatus(set, revision, nodes.size());
    var living = new HashSet<String>();
    living.add(ControllerRevisions.hash(revision));
    pods(set).forEach(pod -> living.add(hash(pod)));
    revisions.cleanUp(set, living);
  }

  private void update(Manifest set, Manifest revision, int nodes) {
    var allowed =
        Surge.resolve(
            "0",
            set.spec().text("updateStrategy", "rollingUpdate", "maxUnavailable").orElse("1"),
            nodes);
    var pods = pods(set);
    long unavailable =
        nodes - pods.stream().filter(pod -> !Trees.isDeleting(pod)).filter(Pods::isReady).count();
    for (Manifest pod : pods) {
      if (hash(pod).equals(ControllerRevisions.hash(revision)) || Trees.isDeleting(pod)) {
        continue;
      }
      if (!Pods.isReady(pod)) {
        delete(set, pod);
      } else if (unavailable < allowed.maxUnavailable()) {
        unavailable++;
        delete(set, pod);
      }
    }
  }

  private void create(Manifest set, Manifest revision, String node) {
    var name = set.name() + "-" + names.suffix();
    var pod =
        Pods.fromTemplate(set, name, ControllerRevisions.template(revision))
            .with(
                Json.of(ControllerRevisions.hash(revision)),
                "metadata",
                "labels",
                ControllerRevisions.HASH_LABEL)
            .with(Json.of(node), "spec", "nodeName");
    store.create(pod);
    events.normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + name);
  }

  private void delete(Manifest set, Manifest pod) {
    Pods.stop(store, pod, now.get());
    events.normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + pod.name());
  }

  private void writeStatus(Manifest set, Manifest revision, int nodes) {
    var pods = pods(set).stream().filter(pod -> !Trees.isDeleting(pod)).toList();
    long ready = pods.stream().filter(Pods::isReady).count();
    long updated =
        pods.stream().filter(p -> hash(p).equals(ControllerRevisions.hash(revision))).count();
    store.updateStatus(
        set,
        Trees.object(
            "observedGeneration",
            set.generation(),
            "desiredNumberScheduled",
            nodes,
            "currentNumberScheduled",
            pods.size(),
            "updatedNumberScheduled",
            updated,
            "numberReady",
            ready,
            "numberAvailable",
            ready,
            "numberUnavailable",
            nodes - ready,
            "numberMisscheduled",
            0));
  }

  private List<Manifest> pods(Manifest set) {
    return store.ownedBy(set, Kind.POD);
  }

  private static boolean runsOn(Manifest pod, String node) {
    return pod.spec().text("nodeName").orElse("").equals(node);
  }

  private static String hash(Manifest pod) {
    return pod.labels().getOrDefault(ControllerRevisions.HASH_LABEL, "");
  }
}
