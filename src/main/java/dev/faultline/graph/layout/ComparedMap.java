package dev.faultline.graph.layout;

import dev.faultline.graph.layout.Difference.OnlyIn;
import dev.faultline.graph.layout.MapComparison.Side;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two maps laid over each other: what is missing on one side, what runs in another version, and
 * which arrow is not on both. What is on both sides looks as it does on the left.
 *
 * @param content the nodes of the left, and those of the right that are missing there
 * @param counterparts of the nodes of the left that are on the right as well
 * @param origins of the arrows of the right that are missing on the left: what they are called
 *     there
 */
public record ComparedMap(
    MapComparison comparison,
    MapContent content,
    Map<MapSubject, MapSubject> counterparts,
    Map<Line, Line> origins,
    Counts counts) {

  public ComparedMap {
    counterparts = Map.copyOf(counterparts);
    origins = Map.copyOf(origins);
  }

  /**
   * How much differs.
   *
   * @param arrows between nodes that are on both sides
   */
  public record Counts(int onlyLeft, int onlyRight, int versions, int arrows) {
    public boolean isNothing() {
      return onlyLeft + onlyRight + versions + arrows == 0;
    }
  }

  /** Compares the maps of two clusters, or parts of one or two of them. */
  public static ComparedMap of(MapContent left, MapContent right, MapComparison comparison) {
    return new Overlay(left, right, comparison).lay();
  }

  /** The line as it is called where it comes from. */
  public Line origin(Line line) {
    return origins.getOrDefault(line, line);
  }

  private static final class Overlay {

    private final MapContent left;
    private final MapContent right;
    private final MapComparison comparison;
    private final TreeMap<MapSubject, NodeFacts> nodes = new TreeMap<>();
    private final TreeMap<Line, EdgeFacts> edges = new TreeMap<>();
    private final Map<ResourceRef, GroupId> groups = new HashMap<>();
    private final Map<MapSubject, MapSubject> counterparts = new HashMap<>();
    private final Map<MapSubject, MapSubject> toLeft = new HashMap<>();
    private final Map<Line, Line> origins = new HashMap<>();
    private final Set<Side> measured = EnumSet.noneOf(Side.class);
    private int onlyLeft;
    private int onlyRight;
    private int versions;
    private int arrows;

    Overlay(MapContent left, MapContent right, MapComparison comparison) {
      this.left = part(left, comparison.left());
      this.right = part(right, comparison.right());
      this.comparison = comparison;
      if (isMeasured(this.left)) {
        measured.add(Side.LEFT);
      }
      if (isMeasured(this.right)) {
        measured.add(Side.RIGHT);
      }
    }

    /** What lies on the side, and what that calls elsewhere. */
    private static MapContent part(MapContent whole, MapSide side) {
      var edges = new TreeMap<>(whole.edges());
      edges.keySet().removeIf(line -> !isOn(side, line.from()));
      var called = new HashSet<MapSubject>();
      edges.keySet().forEach(line -> called.add(line.to()));
      var nodes = new TreeMap<>(whole.nodes());
      nodes.keySet().removeIf(subject -> !isOn(side, subject) && !called.contains(subject));
      return whole.with(nodes, edges);
    }

    private static boolean isOn(MapSide side, MapSubject subject) {
      return subject instanceof MapSubject.InCluster in && side.holds(in.ref());
    }

    ComparedMap lay() {
      groups.putAll(left.groups().chosen());
      var named = new HashMap<Name, MapSubject>();
      left.nodes().keySet().forEach(one -> named.put(Name.of(one, comparison.left()), one));
      right.nodes().keySet().forEach(one -> match(one, named));
      left.nodes().forEach(this::ofLeft);
      right.nodes().forEach(this::ofRight);
      left.edges().forEach(this::ofLeft);
      right.edges().forEach(this::ofRight);
      if (comparison.onlyDifferences()) {
        keepDifferences();
      }
      return new ComparedMap(
          comparison,
          new MapContent(nodes, edges, new Groups(groups)),
          counterparts,
          origins,
          new Counts(onlyLeft, onlyRight, versions, arrows));
    }

    private void match(MapSubject ofRight, Map<Name, MapSubject> named) {
      var same = named.get(Name.of(ofRight, comparison.right()));
      if (same != null) {
        counterparts.put(same, ofRight);
        toLeft.put(ofRight, same);
      }
    }

    private void ofLeft(MapSubject subject, NodeFacts facts) {
      var other = counterparts.get(subject);
      var there = other == null ? null : right.nodes().get(other);
      if (there != null) {
        nodes.put(subject, versions(facts, there));
      } else {
        boolean missing = isOn(comparison.left(), subject);
        onlyLeft += missing ? 1 : 0;
        nodes.put(subject, missing ? facts.differing(only(Side.LEFT)) : facts);
      }
    }

    private NodeFacts versions(NodeFacts here, NodeFacts there) {
      if (here.version().equals(there.version())) {
        return here;
      }
      versions++;
      return here.differing(new Difference.OtherVersion(here.version(), there.version()));
    }

    private void ofRight(MapSubject subject, NodeFacts facts) {
      if (toLeft.containsKey(subject)) {
        return;
      }
      boolean missing = isOn(comparison.right(), subject);
      onlyRight += missing ? 1 : 0;
      if (missing) {
        nodes.put(subject, facts.differing(only(Side.RIGHT)));
      } else if (nodes.putIfAbsent(subject, facts) != null) {
        return; // What the right calls on the left is there already, with what differs.
      }
      if (subject instanceof MapSubject.InCluster in) {
        groups.put(in.ref(), onLeft(right.groups().of(in.ref())));
      }
    }

    /** The frame on the left that its own would be. */
    private GroupId onLeft(GroupId group) {
      boolean namespace = group.by() == GroupBy.NAMESPACE;
      boolean compared =
          namespace && comparison.right().namespace().filter(group.name()::equals).isPresent();
      boolean taken =
          namespace && comparison.left().namespace().filter(group.name()::equals).isPresent();
      if (taken && !compared) {
        return group; // Called the same as the other side, and not compared with it.
      }
      var name = compared ? comparison.left().namespace().orElse(group.name()) : group.name();
      return new GroupId(comparison.left().cluster(), group.by(), name);
    }

    private void ofLeft(Line line, EdgeFacts facts) {
      if (leadsAcross(line, comparison.left(), comparison.right())) {
        edges.put(line, across(facts, Side.LEFT, Side.RIGHT));
        return;
      }
      var from = counterparts.get(line.from());
      var to = counterparts.get(line.to());
      boolean there = from != null && to != null && right.edges().containsKey(new Line(from, to));
      boolean differs = !there && isTelling(facts, Side.RIGHT);
      edges.put(line, differs ? differing(line, facts, Side.LEFT) : facts);
    }

    private void ofRight(Line line, EdgeFacts facts) {
      var here = new Line(onLeft(line.from()), onLeft(line.to()));
      if (leadsAcross(line, comparison.right(), comparison.left())) {
        // It lies where the left has its own: that it leads there matters more.
        arrows -= isCounted(here) ? 1 : 0;
        origins.put(here, line);
        edges.put(here, across(facts, Side.RIGHT, Side.LEFT));
      } else if (!left.edges().containsKey(here) && !origins.containsKey(here)) {
        origins.put(here, line);
        edges.put(here, isTelling(facts, Side.LEFT) ? differing(here, facts, Side.RIGHT) : facts);
      }
    }

    private boolean isCounted(Line line) {
      var facts = edges.get(line);
      return facts != null
          && facts.difference().isPresent()
          && !isMissing(line.from())
          && !isMissing(line.to());
    }

    /** Staging that calls production: it looks like what production itself does, and is not. */
    private static boolean leadsAcross(Line line, MapSide own, MapSide other) {
      return isOn(other, line.to()) && !isOn(own, line.to());
    }

    private EdgeFacts across(EdgeFacts facts, Side from, Side into) {
      arrows++;
      return facts.differing(
          new Difference.Across(from, comparison.name(from), comparison.name(into)));
    }

    private MapSubject onLeft(MapSubject ofRight) {
      return toLeft.getOrDefault(ofRight, ofRight);
    }

    /** What only traffic knows says nothing against a side of which nobody measures the traffic. */
    private boolean isTelling(EdgeFacts facts, Side other) {
      return facts.dependency().provenance() != Provenance.OBSERVED || measured.contains(other);
    }

    private static boolean isMeasured(MapContent side) {
      return side.edges().values().stream()
          .anyMatch(one -> !one.dependency().sightings().isEmpty());
    }

    private EdgeFacts differing(Line line, EdgeFacts facts, Side side) {
      arrows += isMissing(line.from()) || isMissing(line.to()) ? 0 : 1;
      return facts.differing(only(side));
    }

    private boolean isMissing(MapSubject subject) {
      var facts = nodes.get(subject);
      return facts != null && facts.difference().filter(OnlyIn.class::isInstance).isPresent();
    }

    private Difference only(Side side) {
      return new OnlyIn(side, comparison.name(side));
    }

    private void keepDifferences() {
      edges.values().removeIf(facts -> facts.difference().isEmpty());
      var ends = new HashSet<MapSubject>();
      edges
          .keySet()
          .forEach(
              line -> {
                ends.add(line.from());
                ends.add(line.to());
              });
      nodes
          .entrySet()
          .removeIf(
              entry -> entry.getValue().difference().isEmpty() && !ends.contains(entry.getKey()));
    }
  }

  /**
   * What makes two nodes of two sides the same.
   *
   * @param place the namespace, unless it is the one that is compared
   */
  private record Name(String sort, String place, String name) {
    static Name of(MapSubject subject, MapSide side) {
      return switch (subject) {
        case MapSubject.InCluster(ResourceRef ref) -> {
          boolean compared = side.namespace().filter(ref.namespace()::equals).isPresent();
          yield new Name(ref.kind().name(), compared ? "" : ref.namespace(), ref.name());
        }
        case MapSubject.Outside outside -> new Name("host", "", outside.host());
        case MapSubject.Folded folded -> new Name("group", "", folded.group().name());
      };
    }
  }

  /** How the node differs, if it does. */
  public Optional<Difference> difference(MapSubject subject) {
    return Optional.ofNullable(content.nodes().get(subject)).flatMap(NodeFacts::difference);
  }
}
