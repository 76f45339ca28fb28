package dev.faultline.graph.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * The structure as ELK has it. A line that leaves its frame is cut at the border, where a door (a
 * port of the frame) joins the pieces; all that leads to the same node shares its doors.
 */
final class ElkGraph {

  private static final double BETWEEN_LAYERS = 74;
  private static final double BETWEEN_NODES = 38;
  static final double SIDE = 24;
  static final double FOOT = Placement.FRAME_FOOT;
  private static final double BETWEEN_FRAMES = 44;

  /**
   * From how many beginnings an order with few crossings is looked for. Measured on maps of 12 to
   * 1,000 services: seven, which is ELK's own choice, leave 2% fewer and take half as long again.
   */
  private static final int BEGINNINGS = 4;

  /** Where so many arrows cross each other that one more or less does not show, one is enough. */
  private static final int MANY_ARROWS = 500;

  private final ElkNode root = container(ElkGraphUtil.createGraph(), new ElkPadding(24), 1.4);
  private final Map<GroupId, ElkNode> frames = new LinkedHashMap<>();
  private final Map<MapSubject, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<ElkNode, ElkPort> entries = new HashMap<>();
  private final Map<ElkNode, ElkPort> exits = new HashMap<>();
  private final Map<Door, ElkPort> doors = new HashMap<>();
  private final Map<Piece, ElkEdge> pieces = new HashMap<>();
  private final Map<Line, List<ElkEdge>> lines = new LinkedHashMap<>();

  /** A place in the border of a frame where that which leads to the node goes through. */
  private record Door(GroupId frame, MapSubject to, PortSide side) {}

  private record Piece(ElkConnectableShape from, ElkConnectableShape to) {}

  void node(MapSubject subject, Optional<GroupId> frame) {
    var node = ElkGraphUtil.createNode(parent(frame));
    node.setDimensions(Placement.NODE_WIDTH, Placement.height(subject));
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    entries.put(node, port(node, PortSide.WEST, 0));
    exits.put(node, port(node, PortSide.EAST, Placement.NODE_WIDTH));
    nodes.put(subject, node);
  }

  /** Puts the node, which nothing may lead to, at the left of its frame. */
  void first(MapSubject subject) {
    node(subject).setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
  }

  /** Leaves room at the foot of a frame, as wide as a node, for nodes that are placed by others. */
  void reserve(GroupId group, double height) {
    parent(Optional.of(group)).setProperty(CoreOptions.PADDING, padding(height));
  }

  private static ElkPadding padding(double foot) {
    return new ElkPadding(SIDE, SIDE, FOOT + foot, SIDE);
  }

  /** Room for nodes that are placed by others. */
  ElkNode holder(Optional<GroupId> frame, double width, double height) {
    var node = ElkGraphUtil.createNode(parent(frame));
    node.setDimensions(width, height);
    return node;
  }

  void line(Line line, MapStructure structure) {
    var from = structure.groupOf(line.from());
    var to = structure.groupOf(line.to());
    var way = new ArrayList<ElkConnectableShape>();
    structure
        .frameOf(line.from())
        .ifPresentOrElse(
            frame -> way.add(door(new Door(frame, line.from(), PortSide.EAST))),
            () -> way.add(exit(line.from())));
    if (!from.equals(to)) {
      from.ifPresent(frame -> way.add(door(new Door(frame, line.to(), PortSide.EAST))));
      to.ifPresent(frame -> way.add(door(new Door(frame, line.to(), PortSide.WEST))));
    }
    structure
        .frameOf(line.to())
        .ifPresentOrElse(
            frame -> way.add(door(new Door(frame, line.to(), PortSide.WEST))),
            () -> way.add(entry(line.to())));
    var edges = new ArrayList<ElkEdge>();
    for (int i = 1; i < way.size(); i++) {
      edges.add(
          pieces.computeIfAbsent(
              new Piece(way.get(i - 1), way.get(i)),
              piece -> ElkGraphUtil.createSimpleEdge(piece.from(), piece.to())));
    }
    lines.put(line, edges);
  }

  /** Lays it out; what takes long is cut short where nobody would see the difference. */
  void layOut(IElkProgressMonitor monitor) {
    hurry(root);
    frames.values().forEach(ElkGraph::hurry);
    new RecursiveGraphLayoutEngine().layout(root, monitor);
  }

  private static void hurry(ElkNode container) {
    if (container.getContainedEdges().size() > MANY_ARROWS) {
      container.setProperty(LayeredOptions.THOROUGHNESS, 1);
    }
  }

  Map<MapSubject, Box> boxes() {
    var boxes = new HashMap<MapSubject, Box>();
    nodes.forEach((subject, node) -> boxes.put(subject, absolute(node)));
    return boxes;
  }

  Map<GroupId, Box> frames() {
    var boxes = new HashMap<GroupId, Box>();
    frames.forEach((group, node) -> boxes.put(group, absolute(node)));
    return boxes;
  }

  Map<Line, Route> routes() {
    var routes = new HashMap<Line, Route>();
    lines.forEach(
        (line, edges) -> {
          var points = new ArrayList<Point>();
          points.add(absolute(end(line.from())).exit());
          edges.forEach(edge -> points.addAll(bends(edge)));
          points.add(absolute(end(line.to())).entry());
          routes.put(line, Route.through(points));
        });
    return routes;
  }

  static Box absolute(ElkNode node) {
    double x = 0;
    double y = 0;
    for (var at = node; at.getParent() != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Box(x, y, node.getWidth(), node.getHeight());
  }

  /** Where the piece begins, bends and ends. */
  private static List<Point> bends(ElkEdge edge) {
    var origin = absolute(edge.getContainingNode());
    var points = new ArrayList<Point>();
    for (var section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return points.stream().map(point -> point.plus(origin.x(), origin.y())).toList();
  }

  /** The node, or the frame that stands for a whole group. */
  private ElkNode end(MapSubject subject) {
    var node = nodes.get(subject);
    return node == null && subject instanceof MapSubject.Folded whole
        ? java.util.Objects.requireNonNull(frames.get(whole.group()), subject::path)
        : node(subject);
  }

  private ElkNode node(MapSubject subject) {
    return java.util.Objects.requireNonNull(nodes.get(subject), subject::path);
  }

  private ElkPort entry(MapSubject subject) {
    return java.util.Objects.requireNonNull(entries.get(node(subject)), subject::path);
  }

  private ElkPort exit(MapSubject subject) {
    return java.util.Objects.requireNonNull(exits.get(node(subject)), subject::path);
  }

  private ElkNode parent(Optional<GroupId> frame) {
    return frame.map(group -> frames.computeIfAbsent(group, g -> frame())).orElse(root);
  }

  private ElkNode frame() {
    var frame = container(ElkGraphUtil.createNode(root), padding(0), 0.9);
    frame.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
    frame.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.PORTS));
    return frame;
  }

  private ElkPort door(Door door) {
    return doors.computeIfAbsent(
        door,
        d -> {
          var port = ElkGraphUtil.createPort(parent(Optional.of(d.frame())));
          port.setProperty(CoreOptions.PORT_SIDE, d.side());
          return port;
        });
  }

  private static ElkPort port(ElkNode node, PortSide side, double x) {
    var port = ElkGraphUtil.createPort(node);
    port.setProperty(CoreOptions.PORT_SIDE, side);
    port.setLocation(x, node.getHeight() / 2);
    return port;
  }

  private static ElkNode container(ElkNode node, ElkPadding padding, double aspect) {
    node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    node.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    node.setProperty(LayeredOptions.THOROUGHNESS, BEGINNINGS);
    node.setProperty(CoreOptions.PADDING, padding);
    node.setProperty(CoreOptions.ASPECT_RATIO, aspect);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    node.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_FRAMES);
    return node;
  }
}
