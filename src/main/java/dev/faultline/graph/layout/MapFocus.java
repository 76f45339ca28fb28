package dev.faultline.graph.layout;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which part of the map is shown around a node. */
public enum MapFocus {
  /** Everything. */
  ALL(Integer.MAX_VALUE, true, true),
  /** The node and its neighbours. */
  ONE_HOP(1, true, true),
  /** The neighbours' neighbours too. */
  TWO_HOPS(2, true, true),
  /** And theirs. */
  THREE_HOPS(3, true, true),
  /** Who needs it, directly or through others: who is hurt if it fails. */
  NEEDED_BY(Integer.MAX_VALUE, true, false),
  /** What it needs, directly or through others. */
  NEEDS(Integer.MAX_VALUE, false, true);

  private final int hops;
  private final boolean up;
  private final boolean down;

  MapFocus(int hops, boolean up, boolean down) {
    this.hops = hops;
    this.up = up;
    this.down = down;
  }

  /** The part of the content that is in focus; all of it if the node is not there. */
  public MapContent of(MapContent content, MapSubject around) {
    if (this == ALL || !content.nodes().containsKey(around)) {
      return content;
    }
    var near = new HashSet<MapSubject>();
    if (hops != Integer.MAX_VALUE) {
      near.addAll(reach(content, around, line -> Set.of(line.from(), line.to())));
    } else if (up) {
      near.addAll(reach(content, around, line -> Set.of(line.to())));
    } else if (down) {
      near.addAll(reach(content, around, line -> Set.of(line.from())));
    }
    var nodes = new TreeMap<>(content.nodes());
    nodes.keySet().retainAll(near);
    var edges = new TreeMap<>(content.edges());
    edges.keySet().removeIf(line -> !near.contains(line.from()) || !near.contains(line.to()));
    return content.with(nodes, edges);
  }

  /**
   * Walks over the lines.
   *
   * @param doors the ends at which a line may be entered
   */
  private Set<MapSubject> reach(
      MapContent content, MapSubject start, Function<Line, Set<MapSubject>> doors) {
    var next = new HashMap<MapSubject, Set<MapSubject>>();
    for (Line line : content.edges().keySet()) {
      for (MapSubject door : doors.apply(line)) {
        var other = door.equals(line.from()) ? line.to() : line.from();
        next.computeIfAbsent(door, d -> new HashSet<>()).add(other);
      }
    }
    Map<MapSubject, Integer> distance = new HashMap<>(Map.of(start, 0));
    var queue = new ArrayDeque<>(Set.of(start));
    while (!queue.isEmpty()) {
      var at = queue.remove();
      int hop = distance.getOrDefault(at, 0);
      if (hop < hops) {
        for (MapSubject other : next.getOrDefault(at, Set.of())) {
          if (distance.putIfAbsent(other, hop + 1) == null) {
            queue.add(other);
          }
        }
      }
    }
    return distance.keySet();
  }
}
