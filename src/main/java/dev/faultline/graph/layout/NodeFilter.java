package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Health.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which nodes are drawn.
 *
 * @param troubles only what is not well, and whom it touches: its neighbours on both sides
 * @param hidden clusters of which nothing is drawn
 */
public record NodeFilter(boolean troubles, Set<ClusterId> hidden) {

  /** Everything. */
  public static final NodeFilter ALL = new NodeFilter(false, Set.of());

  private static final Set<Status> NOT_WELL =
      Set.of(Status.FAILING, Status.DEGRADED, Status.UNKNOWN, Status.PROGRESSING, Status.PAUSED);

  /** What has no pods of its own is not known to be well, and is no trouble. */
  private static final Set<NodeSort> WITHOUT_PODS = Set.of(NodeSort.OUTSIDE, NodeSort.FRONT);

  public NodeFilter {
    hidden = Set.copyOf(hidden);
  }

  public NodeFilter withTroubles(boolean only) {
    return new NodeFilter(only, hidden);
  }

  public NodeFilter with(ClusterId cluster, boolean shown) {
    var others = new TreeSet<>(hidden);
    if (shown) {
      others.remove(cluster);
    } else {
      others.add(cluster);
    }
    return new NodeFilter(troubles, others);
  }

  /** The part of the content that is drawn. */
  public MapContent of(MapContent content) {
    if (equals(ALL)) {
      return content;
    }
    var shown = new HashSet<MapSubject>();
    content
        .nodes()
        .forEach(
            (subject, facts) -> {
              if (!hidden.contains(subject.cluster()) && (!troubles || isNotWell(facts))) {
                shown.add(subject);
              }
            });
    if (troubles) {
      addNeighbours(content, shown);
    }
    var nodes = new TreeMap<>(content.nodes());
    nodes.keySet().retainAll(shown);
    var edges = new TreeMap<>(content.edges());
    edges.keySet().removeIf(line -> !shown.contains(line.from()) || !shown.contains(line.to()));
    return content.with(nodes, edges);
  }

  private static boolean isNotWell(NodeFacts facts) {
    return NOT_WELL.contains(facts.status()) && !WITHOUT_PODS.contains(facts.sort());
  }

  private void addNeighbours(MapContent content, Set<MapSubject> shown) {
    var troubled = Set.copyOf(shown);
    for (Line line : content.edges().keySet()) {
      boolean visible = !hidden.contains(line.from().cluster());
      if (visible && (troubled.contains(line.from()) || troubled.contains(line.to()))) {
        shown.add(line.from());
        shown.add(line.to());
      }
    }
  }
}
