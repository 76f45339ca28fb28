package dev.faultline.graph.layout;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a layout depends on: which nodes there are, in which frames, and what leads where. How
 * they do is no part of it, so that a node which falls ill stays where it is.
 *
 * @param nodes each with its frame, or none
 * @param lines both ends are among the nodes, and never the same
 */
public record MapStructure(SortedMap<MapSubject, Optional<GroupId>> nodes, SortedSet<Line> lines) {

  public MapStructure {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    for (Line line : lines) {
      if (line.from().equals(line.to())
          || !nodes.containsKey(line.from())
          || !nodes.containsKey(line.to())) {
        throw new IllegalArgumentException("an arrow needs two nodes of the map: " + line);
      }
    }
  }

  public static MapStructure of(Map<MapSubject, Optional<GroupId>> nodes, Set<Line> lines) {
    return new MapStructure(new TreeMap<>(nodes), new TreeSet<>(lines));
  }

  Optional<GroupId> groupOf(MapSubject subject) {
    return Optional.ofNullable(nodes.get(subject)).flatMap(group -> group);
  }

  /** The nodes of each frame, in their order. */
  SortedMap<GroupId, List<MapSubject>> members() {
    var members = new TreeMap<GroupId, List<MapSubject>>();
    nodes.forEach(
        (subject, group) ->
            group.ifPresent(
                id -> members.computeIfAbsent(id, g -> new java.util.ArrayList<>()).add(subject)));
    return members;
  }
}
