package dev.faultline.graph.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be drawn, before it has a place.
 *
 * @param edges both ends are among the nodes, or whole groups of some of them
 */
public record MapContent(
    SortedMap<MapSubject, NodeFacts> nodes, SortedMap<Line, EdgeFacts> edges, Groups groups) {

  public static final MapContent EMPTY =
      new MapContent(new TreeMap<>(), new TreeMap<>(), Groups.NAMESPACES);

  public MapContent {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
  }

  /** Others in the same frames. */
  MapContent with(SortedMap<MapSubject, NodeFacts> others, SortedMap<Line, EdgeFacts> lines) {
    return new MapContent(others, lines, groups);
  }

  /** What of it the layout depends on. */
  public MapStructure structure() {
    var placed = new HashMap<MapSubject, Optional<GroupId>>();
    nodes.keySet().forEach(subject -> placed.put(subject, frame(subject)));
    var entries =
        nodes.entrySet().stream()
            .filter(node -> node.getValue().entry())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return MapStructure.of(placed, edges.keySet()).withEntries(entries);
  }

  /** A host outside stands beside its callers if they are all of one frame. */
  private Optional<GroupId> frame(MapSubject subject) {
    return switch (subject) {
      case MapSubject.InCluster _ -> groups.of(subject);
      case MapSubject.Folded _ -> none();
      case MapSubject.Outside outside -> {
        var callers =
            edges.keySet().stream()
                .filter(line -> line.to().equals(outside))
                .map(Line::from)
                .map(from -> from instanceof MapSubject.InCluster ? groups.of(from) : none())
                .distinct()
                .toList();
        yield callers.size() == 1 ? callers.getFirst() : none();
      }
    };
  }

  private static Optional<GroupId> none() {
    return Optional.empty();
  }
}
