package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes Events as a cluster does: the same thing said again counts up, and an hour after it was
 * last said it is gone.
 */
final class EventRecorder {

  private static final Duration KEPT = Duration.ofHours(1);

  private final ObjectStore store;
  private final EventQueue queue;
  private final Names names;
  private final Instant keepFrom;
  private final Map<Said, ResourceRef> events = new HashMap<>();

  private record Said(String uid, String type, String reason, String message) {}

  /**
   * A recorder.
   *
   * @param keepFrom what is said before would be gone again before anybody looks
   */
  EventRecorder(ObjectStore store, EventQueue queue, Names names, Instant keepFrom) {
    this.store = store;
    this.queue = queue;
    this.names = names;
    this.keepFrom = keepFrom.minus(KEPT);
  }

  void normal(Manifest regarding, String component, String reason, String message) {
    record(regarding, component, new Said(regarding.uid(), "Normal", reason, message), 1);
  }

  void warning(Manifest regarding, String component, String reason, String message) {
    warning(regarding, component, reason, message, 1);
  }

  /** Says something that was true several times since it was last said. */
  void warning(Manifest regarding, String component, String reason, String message, int times) {
    record(regarding, component, new Said(regarding.uid(), "Warning", reason, message), times);
  }

  private void record(Manifest regarding, String component, Said said, int times) {
    if (queue.now().isBefore(keepFrom)) {
      return;
    }
    var again = Optional.ofNullable(events.get(said)).flatMap(store::find);
    if (again.isPresent()) {
      var event = Trees.with(again.get(), queue.now(), "lastTimestamp");
      store.update(Trees.with(event, Trees.number(event.tree(), 1, "count") + times, "count"));
      return;
    }
    var stored = store.create(event(regarding, component, said));
    var ref = stored.ref(store.cluster());
    events.put(said, ref);
    queue.in(KEPT, () -> expire(said, ref));
  }

  private dev.faultline.model.json.JsonObject event(
      Manifest regarding, String component, Said said) {
    return Trees.object(
        "apiVersion", "v1",
        "kind", "Event",
        "metadata",
            Trees.object(
                "name",
                regarding.name() + "." + names.uid().substring(0, 16).replace("-", ""),
                "namespace",
                regarding.namespace()),
        "involvedObject",
            Trees.object(
                "apiVersion", regarding.apiVersion(),
                "kind", regarding.kind().name(),
                "namespace", regarding.namespace(),
                "name", regarding.name(),
                "uid", regarding.uid()),
        "type", said.type(),
        "reason", said.reason(),
        "message", said.message(),
        "source", Trees.object("component", component),
        "reportingComponent", component,
        "firstTimestamp", queue.now(),
        "lastTimestamp", queue.now(),
        "count", 1);
  }

  private void expire(Said said, ResourceRef ref) {
    var last = store.find(ref).flatMap(event -> Trees.time(event.tree(), "lastTimestamp"));
    if (last.isEmpty()) {
      events.remove(said, ref);
    } else if (last.get().plus(KEPT).isAfter(queue.now())) {
      queue.at(last.get().plus(KEPT).plusSeconds(1), () -> expire(said, ref));
    } else {
      events.remove(said, ref);
      store.remove(ref);
    }
  }
}
