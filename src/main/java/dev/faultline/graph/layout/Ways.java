package dev.faultline.graph.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of a map that lies on the ways from one node to another: what the one leads to and what
 * leads to the other, without what is before the one or behind the other.
 *
 * @param part its arrows that are on the shortest way stand out; empty if there is no way
 * @param shortest the calls of one shortest way, in their order
 */
public record Ways(Direction direction, MapContent part, List<Line> shortest) {

  /** Whether there is a way as it was asked for. */
  public enum Direction {
    THERE,
    /** None, but there is one back. */
    BACK,
    NONE
  }

  private static final double STANDS_OUT = 1;
  private static final double STANDS_BACK = 0;

  public Ways {
    shortest = List.copyOf(shortest);
  }

  /**
   * Finds the ways; if there is none, those back.
   *
   * @param from a node; a folded group stands for all of its services
   */
  public static Ways between(MapContent content, MapSubject from, MapSubject to) {
    var starts = members(content, from);
    var goals = members(content, to);
    if (from instanceof MapSubject.Folded) {
      starts.removeAll(goals);
    } else {
      goals.removeAll(starts);
    }
    var lines = content.edges().keySet();
    return new Search(lines, starts, goals)
        .found()
        .map(found -> of(Direction.THERE, content, found))
        .or(
            () ->
                new Search(lines, goals, starts)
                    .found()
                    .map(found -> of(Direction.BACK, content, found)))
        .orElseGet(() -> new Ways(Direction.NONE, MapContent.EMPTY, List.of()));
  }

  /** Whether all of it is one way, with no other beside it. */
  public boolean isOnlyOne() {
    return part.edges().size() == shortest.size();
  }

  private static SortedSet<MapSubject> members(MapContent content, MapSubject end) {
    var members = new TreeSet<MapSubject>();
    if (end instanceof MapSubject.Folded(GroupId group)) {
      content.nodes().keySet().stream()
          .filter(one -> content.groups().of(one).filter(group::equals).isPresent())
          .forEach(members::add);
    } else if (content.nodes().containsKey(end)) {
      members.add(end);
    }
    return members;
  }

  private static Ways of(Direction direction, MapContent content, Found found) {
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    var edges = new TreeMap<Line, EdgeFacts>();
    var best = Set.copyOf(found.shortest());
    content
        .edges()
        .forEach(
            (line, facts) -> {
              if (found.lines().contains(line)) {
                edges.put(line, facts.weighing(best.contains(line) ? STANDS_OUT : STANDS_BACK));
                copy(content, line.from(), nodes);
                copy(content, line.to(), nodes);
              }
            });
    return new Ways(direction, content.with(nodes, edges), found.shortest());
  }

  private static void copy(MapContent content, MapSubject one, Map<MapSubject, NodeFacts> nodes) {
    Optional.ofNullable(content.nodes().get(one)).ifPresent(facts -> nodes.put(one, facts));
  }

  private record Found(Set<Line> lines, List<Line> shortest) {}

  /** A search in one direction. */
  private static final class Search {

    private final Collection<Line> lines;
    private final Set<MapSubject> starts;
    private final Set<MapSubject> goals;
    private final Map<MapSubject, List<Line>> leaving = new HashMap<>();
    private final Map<MapSubject, List<Line>> arriving = new HashMap<>();

    Search(Collection<Line> lines, Set<MapSubject> starts, Set<MapSubject> goals) {
      this.lines = lines;
      this.starts = starts;
      this.goals = goals;
      for (Line line : lines) {
        leaving.computeIfAbsent(line.from(), f -> new ArrayList<>()).add(line);
        arriving.computeIfAbsent(line.to(), t -> new ArrayList<>()).add(line);
      }
    }

    Optional<Found> found() {
      var shortest = shortest();
      if (shortest.isEmpty()) {
        return Optional.empty();
      }
      var after = reach(starts, goals, true);
      var before = reach(goals, starts, false);
      var on = new HashSet<Line>();
      for (Line line : lines) {
        boolean left = after.contains(line.from()) && !goals.contains(line.from());
        boolean arrives = before.contains(line.to()) && !starts.contains(line.to());
        if (left && arrives) {
          on.add(line);
        }
      }
      return Optional.of(new Found(on, shortest));
    }

    /** What can be come to from there; beyond the borders nobody goes on. */
    private Set<MapSubject> reach(Set<MapSubject> from, Set<MapSubject> borders, boolean forward) {
      var seen = new HashSet<>(from);
      var queue = new ArrayDeque<>(from);
      while (!queue.isEmpty()) {
        var at = queue.remove();
        if (!borders.contains(at)) {
          for (Line line : (forward ? leaving : arriving).getOrDefault(at, List.of())) {
            var next = forward ? line.to() : line.from();
            if (seen.add(next)) {
              queue.add(next);
            }
          }
        }
      }
      return seen;
    }

    /** Of several the one whose services come first by name, so that it stays the same. */
    private List<Line> shortest() {
      var by = new LinkedHashMap<MapSubject, Line>();
      var queue = new ArrayDeque<>(starts);
      while (!queue.isEmpty()) {
        for (Line line : leaving.getOrDefault(queue.remove(), List.of())) {
          if (!starts.contains(line.to()) && by.putIfAbsent(line.to(), line) == null) {
            if (goals.contains(line.to())) {
              return trace(by, line);
            }
            queue.add(line.to());
          }
        }
      }
      return List.of();
    }

    private static List<Line> trace(Map<MapSubject, Line> by, Line last) {
      var way = new ArrayList<Line>();
      Optional<Line> at = Optional.of(last);
      while (at.isPresent()) {
        way.add(at.get());
        at = Optional.ofNullable(by.get(at.get().from()));
      }
      Collections.reverse(way);
      return way;
    }
  }
}
