package dev.faultline.graph.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;

/**
 * Lays out with Eclipse ELK, layer by layer. Each namespace is laid out by itself, with doors at
 * its border for what leads in and out; then the namespaces are laid out as boxes. Nodes without
 * any arrow stand together in a grid.
 */
public final class ElkLayout implements MapLayout {

  private static final double GAP = 28;
  private static final int AT_FOOT = 3;
  private static final double GRID_ASPECT = 1.8;

  @Override
  public Placement place(MapStructure structure) throws InterruptedException {
    if (structure.nodes().isEmpty()) {
      return Placement.EMPTY;
    }
    Registration.ensure();
    var lonely = lonely(structure);
    var graph = new ElkGraph();
    var grids = new HashMap<ElkNode, List<MapSubject>>();
    var feet = new HashMap<GroupId, List<MapSubject>>();
    lonely.forEach(
        (frame, alone) -> {
          boolean few = alone.size() <= AT_FOOT && alone.size() < size(structure, frame);
          if (few && frame.isPresent()) {
            graph.reserve(frame.get(), alone.size() * (Placement.NODE_HEIGHT + GAP));
            feet.put(frame.get(), alone);
          } else {
            grids.put(holder(graph, frame, alone), alone);
          }
        });
    structure
        .nodes()
        .forEach(
            (subject, frame) -> {
              if (!lonely.getOrDefault(frame, List.of()).contains(subject)) {
                graph.node(subject, frame);
              }
            });
    structure.lines().forEach(line -> graph.line(line, structure));
    uncalled(structure).forEach(graph::first);
    graph.layOut(new UntilInterrupted());
    if (Thread.interrupted()) {
      throw new InterruptedException("the layout is not wanted any more");
    }
    var boxes = new HashMap<MapSubject, Box>(graph.boxes());
    grids.forEach((holder, alone) -> fill(ElkGraph.absolute(holder), alone, boxes));
    var frames = graph.frames();
    feet.forEach((group, alone) -> stack(Objects.requireNonNull(frames.get(group)), alone, boxes));
    return new Placement(boxes, graph.routes(), frames);
  }

  /** The nodes without any line, by the frame in which they stand. */
  private static Map<Optional<GroupId>, List<MapSubject>> lonely(MapStructure structure) {
    var linked = new HashSet<MapSubject>();
    structure
        .lines()
        .forEach(
            line -> {
              linked.add(line.from());
              linked.add(line.to());
            });
    var lonely = new HashMap<Optional<GroupId>, List<MapSubject>>();
    structure
        .nodes()
        .forEach(
            (subject, frame) -> {
              if (!linked.contains(subject)) {
                lonely.computeIfAbsent(frame, f -> new ArrayList<>()).add(subject);
              }
            });
    return lonely;
  }

  /** Where one begins to read: entries that nothing on the map calls. */
  private static List<MapSubject> uncalled(MapStructure structure) {
    var callers = new HashSet<MapSubject>();
    var callees = new HashSet<MapSubject>();
    structure
        .lines()
        .forEach(
            line -> {
              callers.add(line.from());
              callees.add(line.to());
            });
    return structure.entries().stream()
        .filter(entry -> callers.contains(entry) && !callees.contains(entry))
        .toList();
  }

  private static long size(MapStructure structure, Optional<GroupId> frame) {
    return structure.nodes().values().stream().filter(frame::equals).count();
  }

  private static ElkNode holder(ElkGraph graph, Optional<GroupId> frame, List<MapSubject> alone) {
    int columns = columns(alone);
    int rows = (alone.size() + columns - 1) / columns;
    return graph.holder(
        frame, columns * (Placement.NODE_WIDTH + GAP) - GAP, rows * (height(alone) + GAP) - GAP);
  }

  /** One below the other at the foot of the frame, above its name. */
  private static void stack(Box frame, List<MapSubject> alone, Map<MapSubject, Box> boxes) {
    double bottom = frame.bottom() - ElkGraph.FOOT;
    for (MapSubject subject : alone.reversed()) {
      boxes.put(
          subject,
          new Box(
              frame.x() + ElkGraph.SIDE,
              bottom - Placement.NODE_HEIGHT,
              Placement.NODE_WIDTH,
              Placement.NODE_HEIGHT));
      bottom -= Placement.NODE_HEIGHT + GAP;
    }
  }

  private static int columns(List<MapSubject> alone) {
    double cellAspect = (Placement.NODE_WIDTH + GAP) / (height(alone) + GAP);
    return (int) Math.max(1, Math.ceil(Math.sqrt(alone.size() * GRID_ASPECT / cellAspect)));
  }

  /** That of the highest of them. */
  private static double height(List<MapSubject> alone) {
    return alone.stream().mapToDouble(Placement::height).max().orElse(Placement.NODE_HEIGHT);
  }

  private static void fill(Box area, List<MapSubject> alone, Map<MapSubject, Box> boxes) {
    int columns = columns(alone);
    double height = height(alone);
    for (int i = 0; i < alone.size(); i++) {
      boxes.put(
          alone.get(i),
          new Box(
              area.x() + i % columns * (Placement.NODE_WIDTH + GAP),
              area.y() + i / columns * (height + GAP),
              Placement.NODE_WIDTH,
              Placement.height(alone.get(i))));
    }
  }

  /** ELK asks between its steps whether it should go on. */
  private static final class UntilInterrupted extends NullElkProgressMonitor {
    @Override
    public boolean isCanceled() {
      return Thread.currentThread().isInterrupted();
    }
  }

  /** ELK knows its algorithms only once they are registered, which loads much: at first use. */
  private static final class Registration {
    static {
      LayoutMetaDataService.getInstance()
          .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    static void ensure() {
      // Loading this class has done it.
    }
  }
}
