package dev.faultline.graph.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be drawn, before it has a place.
 *
 * @param edges both ends are among the nodes, or whole groups of some of them
 */
public record MapContent(SortedMap<MapSubject, NodeFacts> nodes, SortedMap<Line, EdgeFacts> edges) {

  public static final MapContent EMPTY = new MapContent(new TreeMap<>(), new TreeMap<>());

  public MapContent {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
  }

  /** What of it the layout depends on. */
  public MapStructure structure() {
    var placed = new HashMap<MapSubject, Optional<GroupId>>();
    nodes.keySet().forEach(subject -> placed.put(subject, frame(subject)));
    return MapStructure.of(placed, edges.keySet());
  }

  /** A host outside stands beside its callers if they are all of one namespace. */
  private Optional<GroupId> frame(MapSubject subject) {
    return switch (subject) {
      case MapSubject.InCluster in -> group(in);
      case MapSubject.Folded _ -> none();
      case MapSubject.Outside outside -> {
        var callers =
            edges.keySet().stream()
                .filter(line -> line.to().equals(outside))
                .map(line -> line.from() instanceof MapSubject.InCluster in ? group(in) : none())
                .distinct()
                .toList();
        yield callers.size() == 1 ? callers.getFirst() : none();
      }
    };
  }

  private static Optional<GroupId> group(MapSubject.InCluster subject) {
    return Optional.of(new GroupId(subject.cluster(), subject.ref().namespace()));
  }

  private static Optional<GroupId> none() {
    return Optional.empty();
  }
}
