package dev.faultline.ui.map;

import dev.faultline.graph.layout.Curve;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Point;
import java.util.Optional;

/** Finds the arrow under the pointer. */
final class EdgeFinder {

  private static final int PIECES = 14;

  private EdgeFinder() {}

  /**
   * The nearest arrow.
   *
   * @param reach how far off it may be
   */
  static Optional<MapEdge> at(MapScene scene, Point place, double reach) {
    MapEdge nearest = null;
    double best = reach;
    for (MapEdge edge : scene.edges()) {
      if (edge.route().bounds().grown(reach).contains(place.x(), place.y())) {
        double distance = distance(edge, place);
        if (distance <= best) {
          best = distance;
          nearest = edge;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static double distance(MapEdge edge, Point place) {
    double best = Double.MAX_VALUE;
    for (Curve curve : edge.route().curves()) {
      var before = curve.from();
      for (int i = 1; i <= PIECES; i++) {
        var at = curve.at(i / (double) PIECES);
        best = Math.min(best, distance(before, at, place));
        before = at;
      }
    }
    return best;
  }

  private static double distance(Point from, Point to, Point place) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = dx * dx + dy * dy;
    double share =
        length == 0
            ? 0
            : Math.clamp(
                ((place.x() - from.x()) * dx + (place.y() - from.y()) * dy) / length, 0, 1);
    return Math.hypot(from.x() + share * dx - place.x(), from.y() + share * dy - place.y());
  }
}
