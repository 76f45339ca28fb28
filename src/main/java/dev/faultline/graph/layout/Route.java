package dev.faultline.graph.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of an edge over the map, from the border of its caller to the border of its callee.
 *
 * @param curves one piece after the other, at least one
 * @param bounds encloses it
 */
public record Route(List<Curve> curves, Box bounds) {

  private static final double CORNER = 12;
  private static final double LEVEL = 0.5;
  private static final double SWING = 90;

  public Route {
    curves = List.copyOf(curves);
  }

  public Point start() {
    return curves.getFirst().from();
  }

  public Point end() {
    return curves.getLast().to();
  }

  /**
   * A way through these points. Where it goes on to the right all the time it swings from one level
   * to the next, so that it stays within the gap between two columns; where it has to come back it
   * keeps to the straight lines and rounds their corners.
   */
  static Route through(List<Point> points) {
    var way = withoutRepeats(points);
    boolean onwards = true;
    for (int i = 1; i < way.size(); i++) {
      onwards &= way.get(i).x() >= way.get(i - 1).x();
    }
    return of(onwards ? swinging(way) : rounded(way));
  }

  /** The way between two boxes that nobody routed. */
  static Route between(Box from, Box to) {
    var start = from.exit();
    var end = to.entry();
    if (end.x() > start.x()) {
      return through(List.of(start, end));
    }
    // Back to the left: out, above or below both boxes, and in again.
    double lane =
        Math.abs(from.centre().y() - to.centre().y()) > from.height()
            ? (from.centre().y() + to.centre().y()) / 2
            : Math.max(from.bottom(), to.bottom()) + CORNER * 2;
    return through(
        List.of(
            start,
            start.plus(CORNER * 2, 0),
            new Point(start.x() + CORNER * 2, lane),
            new Point(end.x() - CORNER * 2, lane),
            end.plus(-CORNER * 2, 0),
            end));
  }

  /** One swing from box to box, over whatever lies between them: for arrows that stand for many. */
  static Route swing(Box from, Box to) {
    var start = from.exit();
    var end = to.entry();
    double reach = Math.max(SWING, (end.x() - start.x()) / 2);
    return of(List.of(new Curve(start, start.plus(reach, 0), end.plus(-reach, 0), end)));
  }

  Route moved(double dx, double dy) {
    return of(
        curves.stream()
            .map(
                curve ->
                    new Curve(
                        curve.from().plus(dx, dy),
                        curve.handle1().plus(dx, dy),
                        curve.handle2().plus(dx, dy),
                        curve.to().plus(dx, dy)))
            .toList());
  }

  private static Route of(List<Curve> curves) {
    return new Route(
        curves, curves.stream().map(Curve::bounds).reduce(Box::around).orElse(Box.NOTHING));
  }

  private static List<Point> withoutRepeats(List<Point> points) {
    var way = new ArrayList<Point>();
    for (Point point : points) {
      if (way.isEmpty() || way.getLast().distance(point) > LEVEL) {
        way.add(point);
      }
    }
    if (way.size() == 1) {
      way.add(points.getLast());
    }
    return way;
  }

  private static List<Curve> swinging(List<Point> way) {
    var curves = new ArrayList<Curve>();
    for (int i = 1; i < way.size(); i++) {
      var from = way.get(i - 1);
      var to = way.get(i);
      boolean level = Math.abs(from.y() - to.y()) < LEVEL;
      curves.add(level ? Curve.straight(from, to) : Curve.level(from, to));
    }
    return curves;
  }

  private static List<Curve> rounded(List<Point> way) {
    var curves = new ArrayList<Curve>();
    var at = way.getFirst();
    for (int i = 1; i < way.size() - 1; i++) {
      var corner = way.get(i);
      double before = Math.min(CORNER, at.distance(corner) / 2);
      double after = Math.min(CORNER, corner.distance(way.get(i + 1)) / 2);
      var in = corner.towards(at, before / Math.max(before, at.distance(corner)));
      var out = corner.towards(way.get(i + 1), after / corner.distance(way.get(i + 1)));
      curves.add(Curve.straight(at, in));
      curves.add(new Curve(in, in.towards(corner, 0.55), out.towards(corner, 0.55), out));
      at = out;
    }
    curves.add(Curve.straight(at, way.getLast()));
    return curves;
  }
}
