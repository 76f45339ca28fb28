package dev.faultline.graph.layout;

import java.util.Map;

/**
 * Where everything of a {@link MapStructure} lies.
 *
 * @param boxes no two of them overlap
 * @param routes each begins and ends at the border of its boxes
 * @param frames around the nodes of each namespace
 */
public record Placement(
    Map<MapSubject, Box> boxes, Map<Line, Route> routes, Map<GroupId, Box> frames) {

  /** Width of every node, in pixels at full size. */
  public static final double NODE_WIDTH = 178;

  /** Height of a node that is no folded group. */
  public static final double NODE_HEIGHT = 54;

  /** Room below the nodes of a frame, for its name. */
  public static final double FRAME_FOOT = 42;

  /** Height of a folded group. */
  public static final double FOLDED_HEIGHT = 78;

  public static final Placement EMPTY = new Placement(Map.of(), Map.of(), Map.of());

  public static double height(MapSubject subject) {
    return subject instanceof MapSubject.Folded ? FOLDED_HEIGHT : NODE_HEIGHT;
  }

  public Placement {
    boxes = Map.copyOf(boxes);
    routes = Map.copyOf(routes);
    frames = Map.copyOf(frames);
  }
}
