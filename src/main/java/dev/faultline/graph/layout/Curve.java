package dev.faultline.graph.layout;

/** A cubic Bézier curve: one piece of an edge. A straight piece is one whose handles lie on it. */
public record Curve(Point from, Point handle1, Point handle2, Point to) {

  static Curve straight(Point from, Point to) {
    return new Curve(from, from.towards(to, 1 / 3.0), from.towards(to, 2 / 3.0), to);
  }

  /** Leaves and arrives level, and crosses over in between. */
  static Curve level(Point from, Point to) {
    double middle = (to.x() - from.x()) / 2;
    return new Curve(from, from.plus(middle, 0), to.plus(-middle, 0), to);
  }

  /** The point at a share from 0 to 1 of its parameter. */
  public Point at(double t) {
    double u = 1 - t;
    double a = u * u * u;
    double b = 3 * u * u * t;
    double c = 3 * u * t * t;
    double d = t * t * t;
    return new Point(
        a * from.x() + b * handle1.x() + c * handle2.x() + d * to.x(),
        a * from.y() + b * handle1.y() + c * handle2.y() + d * to.y());
  }

  /** Encloses the curve, which never leaves the hull of its four points. */
  public Box bounds() {
    double left = Math.min(Math.min(from.x(), to.x()), Math.min(handle1.x(), handle2.x()));
    double right = Math.max(Math.max(from.x(), to.x()), Math.max(handle1.x(), handle2.x()));
    double top = Math.min(Math.min(from.y(), to.y()), Math.min(handle1.y(), handle2.y()));
    double bottom = Math.max(Math.max(from.y(), to.y()), Math.max(handle1.y(), handle2.y()));
    return new Box(left, top, right - left, bottom - top);
  }
}
