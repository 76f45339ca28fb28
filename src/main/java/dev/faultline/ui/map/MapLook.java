package dev.faultline.ui.map;

import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.Difference.Across;
import dev.faultline.graph.layout.Difference.OnlyIn;
import dev.faultline.graph.layout.MapComparison.Side;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.graph.layout.Point;
import dev.faultline.model.Health.Status;
import java.util.Optional;

/** Which token and which line stand for what on the map: the same on screen and in files. */
final class MapLook {

  /** The radius of a node's corners. */
  static final double CORNER = 7;

  /** The radius of a frame's corners. */
  static final double FRAME_CORNER = 9;

  /** How much wider an arrow is that stands out the most. */
  private static final double MOST_WEIGHT = 1.8;

  private static final Difference NONE = new Difference.Within(0);

  /** Comes in from the left: the mark of an entry, around the place where it crosses the border. */
  static final String ENTRY = "M-9 -5L-4 0L-9 5M-3 -5L2 0L-3 5";

  static final double ENTRY_WIDTH = 1.8;

  /** How far below the node's upper edge the mark of an entry is. */
  static final double ENTRY_TOP = 17;

  private MapLook() {}

  /** The token of the arrow's colour. */
  static String colour(MapEdge edge) {
    return edge.facts().difference().map(MapLook::colour).orElseGet(() -> ofStatus(edge));
  }

  /** The token that stands for what is on one side only, or differs. */
  static String colour(Difference difference) {
    boolean left =
        switch (difference) {
          case OnlyIn(Side side, _) -> side == Side.LEFT;
          case Across(Side side, _, _) -> side == Side.LEFT;
          case Difference.OtherVersion _, Difference.Within _ -> false;
        };
    return left ? "accent" : "changed";
  }

  /** The token of what is written in colour on a node. */
  static String badge(NodeFacts facts) {
    return facts.difference().map(MapLook::colour).orElse("changed");
  }

  private static String ofStatus(MapEdge edge) {
    return switch (edge.status()) {
      case FAILING -> "fail";
      case DEGRADED -> "warn";
      case UNKNOWN, PROGRESSING, PAUSED, IDLE, HEALTHY -> weight(edge) > 0.5 ? "text" : "faint";
    };
  }

  private static double weight(MapEdge edge) {
    return edge.facts().weight().orElse(0);
  }

  /** What stands for many is wider, but never so wide that it hides others. */
  static double width(MapEdge edge) {
    double differing = edge.facts().difference().isPresent() ? 0.8 : 0;
    double many = Math.min(2.6, Math.log10(edge.facts().count()) * 1.3);
    return many
        + weight(edge) * MOST_WEIGHT
        + differing
        + switch (edge.status()) {
          case FAILING -> 2.2;
          case DEGRADED -> 1.8;
          case UNKNOWN, PROGRESSING, PAUSED, IDLE, HEALTHY -> 1.4;
        };
  }

  /** Whether nothing is known to be wrong where the arrow leads. */
  static boolean isCalm(MapEdge edge) {
    return edge.status() != Status.FAILING
        && edge.status() != Status.DEGRADED
        && edge.facts().difference().isEmpty();
  }

  /** A wide arrow that leads to nothing wrong must not draw the eye from those that do. */
  static double opacity(MapEdge edge) {
    if (edge.facts().weight().isPresent()) {
      return 0.6 + 0.4 * weight(edge);
    }
    return edge.facts().count() > 1 && isCalm(edge) ? 0.5 : 1;
  }

  /** What is written amid an arrow that is on one side only, or leads into the other one. */
  static String sign(MapEdge edge) {
    return switch (edge.facts().difference().orElse(NONE)) {
      case OnlyIn(Side side, _) -> side == Side.LEFT ? "−" : "+";
      case Across _ -> "!";
      case Difference.OtherVersion _, Difference.Within _ -> "";
    };
  }

  /** Where that is written. */
  static Optional<Point> middle(MapEdge edge) {
    var own = edge.own();
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() / 2).at(0.5));
  }

  /** Strokes and gaps of the line; none for a solid one. */
  static double[] dashes(EdgeKind kind) {
    return switch (kind) {
      case OBSERVED, BOTH -> new double[] {};
      case QUIET -> new double[] {12, 4, 1.4, 4};
      case DECLARED -> new double[] {5, 4};
      case ALLOWED -> new double[] {1.4, 4.6};
    };
  }

  /** The token of the node's border. */
  static String border(MapNode node) {
    return node.facts()
        .difference()
        .filter(OnlyIn.class::isInstance)
        .map(MapLook::colour)
        .orElseGet(() -> ofStatus(node));
  }

  private static String ofStatus(MapNode node) {
    return switch (node.facts().status()) {
      case FAILING -> "fail";
      case DEGRADED -> "warn";
      case UNKNOWN, PROGRESSING, PAUSED, IDLE, HEALTHY -> "line";
    };
  }

  static double borderWidth(MapNode node) {
    return node.facts().status() == Status.FAILING || node.facts().difference().isPresent() ? 2 : 1;
  }

  /** Whether the border is dashed: what runs elsewhere is not known to be well. */
  static boolean isOutside(MapNode node) {
    return node.facts().sort() == NodeSort.OUTSIDE;
  }
}
