package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each pod the node that has the fewest. */
final class Scheduler implements Controller {

  private static final Duration TAKES = Duration.ofMillis(40);

  private final ObjectStore store;
  private final EventQueue queue;
  private final EventRecorder events;
  private final Set<String> planned = new HashSet<>();

  Scheduler(ObjectStore store, EventQueue queue, EventRecorder events) {
    this.store = store;
    this.queue = queue;
    this.events = events;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.NODE, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.NODE) && change.added()) {
      return store.list(Kind.POD).stream().map(pod -> pod.ref(store.cluster()));
    }
    return change.kind().equals(Kind.POD) && change.added()
        ? Stream.of(change.ref())
        : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store
        .find(ref)
        .filter(pod -> pod.spec().text("nodeName").isEmpty() && planned.add(pod.uid()))
        .ifPresent(pod -> queue.in(TAKES, () -> bind(ref, pod.uid())));
  }

  private void bind(ResourceRef ref, String uid) {
    planned.remove(uid);
    store
        .find(ref)
        .filter(pod -> pod.uid().equals(uid))
        .filter(pod -> !Trees.isDeleting(pod))
        .ifPresent(pod -> bind(ref, pod, leastLoaded()));
  }

  private void bind(ResourceRef ref, Manifest pod, Optional<String> node) {
    if (node.isEmpty()) {
      events.warning(pod, "default-scheduler", "FailedScheduling", "0/0 nodes are available");
      return;
    }
    events.normal(
        pod,
        "default-scheduler",
        "Scheduled",
        "Successfully assigned " + ref.path() + " to " + node.get());
    store.update(Trees.with(pod, node.get(), "spec", "nodeName"));
  }

  private Optional<String> leastLoaded() {
    var pods = store.list(Kind.POD);
    return store.list(Kind.NODE).stream()
        .map(Manifest::name)
        .min(
            Comparator.comparingLong(
                    (String node) ->
                        pods.stream()
                            .filter(p -> p.spec().text("nodeName").orElse("").equals(node))
                            .count())
                .thenComparing(Comparator.naturalOrder()));
  }
}
