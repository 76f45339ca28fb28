package dev.faultline.graph.layout;

/** A place on the map, in pixels at full size; y grows downwards. */
public record Point(double x, double y) {

  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The point that lies this share of the way to the other. */
  Point towards(Point other, double share) {
    return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
  }
}
