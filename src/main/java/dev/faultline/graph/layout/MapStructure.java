package dev.faultline.graph.layout;

import java.util.Collections;
import java.util.HashSet;
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
 * @param lines both ends are among the nodes, or whole groups, and never the same
 * @param entries those of the nodes that calls from outside come to
 */
public record MapStructure(
    SortedMap<MapSubject, Optional<GroupId>> nodes,
    SortedSet<Line> lines,
    SortedSet<MapSubject> entries) {

  public MapStructure {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    var groups = new HashSet<>(nodes.values());
    for (Line line : lines) {
      if (line.from().equals(line.to())
          || !isEnd(line.from(), nodes, groups)
          || !isEnd(line.to(), nodes, groups)) {
        throw new IllegalArgumentException("an arrow needs two nodes of the map: " + line);
      }
    }
  }

  private static boolean isEnd(
      MapSubject subject,
      SortedMap<MapSubject, Optional<GroupId>> nodes,
      Set<Optional<GroupId>> groups) {
    return nodes.containsKey(subject)
        || (subject instanceof MapSubject.Folded whole
            && groups.contains(Optional.of(whole.group())));
  }

  public static MapStructure of(Map<MapSubject, Optional<GroupId>> nodes, Set<Line> lines) {
    return new MapStructure(new TreeMap<>(nodes), new TreeSet<>(lines), new TreeSet<>());
  }

  /** The same, of which calls from outside come to those. */
  public MapStructure withEntries(Set<MapSubject> others) {
    return new MapStructure(nodes, lines, new TreeSet<>(others));
  }

  /** The frame that stands for a whole group, if that is open: it is no node then. */
  Optional<GroupId> frameOf(MapSubject subject) {
    return subject instanceof MapSubject.Folded whole && !nodes.containsKey(subject)
        ? Optional.of(whole.group())
        : Optional.empty();
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
