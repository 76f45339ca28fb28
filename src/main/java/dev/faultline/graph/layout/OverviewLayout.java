package dev.faultline.graph.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays out folded groups in a few columns, who calls left of who is called. Groups call each other
 * every way, and there are few of them: to keep a lane free for each arrow, as {@link ElkLayout}
 * does for services, would leave more lanes than groups to be seen. Arrows swing over what lies
 * between.
 */
public final class OverviewLayout implements MapLayout {

  private static final double BETWEEN_COLUMNS = 96;
  private static final double BETWEEN_ROWS = 44;

  /** How many times wider than high the map becomes. */
  private static final double ASPECT = 1.7;

  private static final int SWEEPS = 6;

  /** Whether this is for the structure: nothing but folded groups is on it. */
  static boolean suits(MapStructure structure) {
    return structure.nodes().keySet().stream().allMatch(MapSubject.Folded.class::isInstance);
  }

  @Override
  public Placement place(MapStructure structure) {
    var columns = columns(structure);
    var boxes = new HashMap<MapSubject, Box>();
    double height = columns.stream().mapToDouble(OverviewLayout::height).max().orElse(0);
    for (int i = 0; i < columns.size(); i++) {
      double x = i * (Placement.NODE_WIDTH + BETWEEN_COLUMNS);
      double y = (height - height(columns.get(i))) / 2;
      for (MapSubject subject : columns.get(i)) {
        double high = Placement.height(subject);
        boxes.put(subject, new Box(x, y, Placement.NODE_WIDTH, high));
        y += high + BETWEEN_ROWS;
      }
    }
    var routes = new HashMap<Line, Route>();
    structure
        .lines()
        .forEach(
            line -> routes.put(line, Route.swing(box(boxes, line.from()), box(boxes, line.to()))));
    return new Placement(boxes, routes, Map.of());
  }

  private static Box box(Map<MapSubject, Box> boxes, MapSubject subject) {
    return java.util.Objects.requireNonNull(boxes.get(subject), subject::path);
  }

  private static double height(List<MapSubject> column) {
    return column.stream().mapToDouble(one -> Placement.height(one) + BETWEEN_ROWS).sum()
        - BETWEEN_ROWS;
  }

  private static List<List<MapSubject>> columns(MapStructure structure) {
    var order = callersFirst(structure);
    int count = order.size();
    double cell =
        (Placement.FOLDED_HEIGHT + BETWEEN_ROWS) / (Placement.NODE_WIDTH + BETWEEN_COLUMNS);
    int wished = (int) Math.max(1, Math.round(Math.sqrt(count * ASPECT * cell)));
    int rows = (count + wished - 1) / wished;
    var byDepth = new TreeMap<Integer, List<MapSubject>>();
    depths(structure, order)
        .forEach(
            (subject, depth) ->
                byDepth.computeIfAbsent(depth, d -> new ArrayList<>()).add(subject));
    var columns = new ArrayList<List<MapSubject>>();
    var column = new ArrayList<MapSubject>();
    for (List<MapSubject> depth : byDepth.values()) {
      // A depth begins a column of its own, unless there are more of them than columns.
      boolean squeezed = byDepth.size() > wished && column.size() + depth.size() <= rows;
      if (!squeezed && !column.isEmpty()) {
        columns.add(column);
        column = new ArrayList<>();
      }
      for (MapSubject subject : depth.stream().sorted().toList()) {
        if (column.size() > rows) {
          columns.add(column);
          column = new ArrayList<>();
        }
        column.add(subject);
      }
    }
    columns.add(column);
    straighten(columns, neighbours(structure));
    return columns;
  }

  /**
   * An order in which few arrows lead back: who is called by nobody left goes first, who calls
   * nobody left goes last, else whoever calls most more than it is called.
   */
  private static List<MapSubject> callersFirst(MapStructure structure) {
    var left = new HashSet<>(structure.nodes().keySet());
    var lines = new HashSet<>(structure.lines());
    var first = new ArrayList<MapSubject>();
    var last = new ArrayList<MapSubject>();
    while (!left.isEmpty()) {
      var out = new HashMap<MapSubject, Integer>();
      var in = new HashMap<MapSubject, Integer>();
      for (Line line : lines) {
        out.merge(line.from(), 1, Integer::sum);
        in.merge(line.to(), 1, Integer::sum);
      }
      var sink = left.stream().filter(one -> !out.containsKey(one)).max(Comparator.naturalOrder());
      var next =
          sink.orElseGet(
              () ->
                  left.stream()
                      .max(
                          Comparator.comparingInt(
                                  (MapSubject one) ->
                                      out.getOrDefault(one, 0) - in.getOrDefault(one, 0))
                              .thenComparing(Comparator.reverseOrder()))
                      .orElseThrow());
      (sink.isPresent() ? last : first).add(next);
      left.remove(next);
      lines.removeIf(line -> line.from().equals(next) || line.to().equals(next));
    }
    first.addAll(last.reversed());
    return first;
  }

  /** How many calls lead to each at the most, along arrows that do not lead back. */
  private static Map<MapSubject, Integer> depths(MapStructure structure, List<MapSubject> order) {
    var depths = new HashMap<MapSubject, Integer>();
    var callers = new HashMap<MapSubject, Set<MapSubject>>();
    structure
        .lines()
        .forEach(
            line -> callers.computeIfAbsent(line.to(), to -> new HashSet<>()).add(line.from()));
    for (MapSubject subject : order) {
      int depth =
          callers.getOrDefault(subject, Set.of()).stream()
              .mapToInt(caller -> depths.getOrDefault(caller, -1) + 1)
              .max()
              .orElse(0);
      depths.put(subject, depth);
    }
    return depths;
  }

  private static Map<MapSubject, Set<MapSubject>> neighbours(MapStructure structure) {
    var neighbours = new HashMap<MapSubject, Set<MapSubject>>();
    for (Line line : structure.lines()) {
      neighbours.computeIfAbsent(line.from(), one -> new HashSet<>()).add(line.to());
      neighbours.computeIfAbsent(line.to(), one -> new HashSet<>()).add(line.from());
    }
    return neighbours;
  }

  /** Brings each group to the height of those it has to do with, as far as its column allows. */
  private static void straighten(
      List<List<MapSubject>> columns, Map<MapSubject, Set<MapSubject>> neighbours) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      var heights = new HashMap<MapSubject, Double>();
      for (List<MapSubject> column : columns) {
        for (int i = 0; i < column.size(); i++) {
          heights.put(column.get(i), (i + 0.5) / column.size());
        }
      }
      for (List<MapSubject> column : columns) {
        column.sort(
            Comparator.comparingDouble(
                    (MapSubject one) ->
                        neighbours.getOrDefault(one, Set.of()).stream()
                            .mapToDouble(other -> heights.getOrDefault(other, 0.5))
                            .average()
                            .orElse(1))
                .thenComparing(Comparator.naturalOrder()));
      }
    }
  }
}
