package dev.faultline.rollback.watch;

import dev.faultline.model.ClusterEvent;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.plan.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The events of a workload, its revisions and pods that came after a change. */
final class NewEvents {

  private static final int MOST_SHOWN = 8;

  /** What makes pods by itself; a ReplicaSet's name is already made from its Deployment's. */
  private static final List<Kind> MAKERS =
      List.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.CRON_JOB,
          Kind.SCALED_JOB,
          Kind.JOB);

  private NewEvents() {}

  /** How often each event was counted. */
  static Map<ResourceRef, Integer> counts(ClusterState state, ResourceRef workload) {
    var counts = new HashMap<ResourceRef, Integer>();
    about(state, workload).forEach(event -> counts.put(event.ref(), event.count()));
    return counts;
  }

  /** The newest events that were not there, or not as often, before; oldest first. */
  static List<String> since(ClusterState state, Goal goal) {
    var fresh =
        about(state, goal.workload())
            .filter(event -> event.count() != goal.oldEvents().getOrDefault(event.ref(), -1))
            .sorted(Comparator.comparing(event -> event.last().orElse(Instant.EPOCH)))
            .map(NewEvents::line)
            .toList();
    return fresh.subList(Math.max(0, fresh.size() - MOST_SHOWN), fresh.size());
  }

  /** Controllers name what they make after what they make it from. */
  private static Stream<ClusterEvent> about(ClusterState state, ResourceRef workload) {
    var neighbours = neighbours(state, workload);
    return state.list(Kind.EVENT, workload.namespace()).stream()
        .filter(ClusterEvent.class::isInstance)
        .map(ClusterEvent.class::cast)
        .filter(event -> event.regarding().equals(workload) || isOf(event, workload.name()))
        .filter(event -> neighbours.stream().noneMatch(name -> isNamedAfter(event, name)));
  }

  /** The workloads whose names begin with this one's: what is named after them is theirs. */
  private static List<String> neighbours(ClusterState state, ResourceRef workload) {
    return MAKERS.stream()
        .flatMap(kind -> state.list(kind, workload.namespace()).stream())
        .map(maker -> maker.ref().name())
        .filter(name -> name.startsWith(workload.name() + "-"))
        .toList();
  }

  private static boolean isNamedAfter(ClusterEvent event, String name) {
    return event.regarding().name().equals(name) || isOf(event, name);
  }

  private static boolean isOf(ClusterEvent event, String maker) {
    return event.regarding().name().startsWith(maker + "-");
  }

  private static String line(ClusterEvent event) {
    return Words.oneLine(
        "%s %s %s: %s"
            .formatted(
                event.regarding().kind().name(),
                event.regarding().name(),
                event.reason(),
                Redaction.text(event.message())),
        200);
  }
}
