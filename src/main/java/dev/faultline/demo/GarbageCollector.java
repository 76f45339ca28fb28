package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Removes what a deleted owner leaves behind; pods are stopped first. */
final class GarbageCollector implements Controller {

  private final ObjectStore store;
  private final Supplier<Instant> now;

  GarbageCollector(ObjectStore store, Supplier<Instant> now) {
    this.store = store;
    this.now = now;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(
        Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.SERVICE);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    return change.removed() ? store.orphansOf(change.object().uid()).stream() : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store
        .find(ref)
        .ifPresent(
            orphan -> {
              if (ref.kind().equals(Kind.POD)) {
                Pods.stop(store, orphan, now.get());
              } else {
                store.remove(ref);
              }
            });
  }
}
