package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.Point;

/**
 * Where the eye stands: a place of the map is shown at {@code place * scale + (x, y)} in the view.
 */
record Camera(double scale, double x, double y) {

  static final double SMALLEST = 0.02;
  static final double LARGEST = 2.5;

  static final Camera AT_FIRST = new Camera(1, 0, 0);

  /** All of the box, centred in an area of the view, no larger than life. */
  static Camera fitting(Box box, Box area) {
    if (box.width() <= 0 || box.height() <= 0) {
      return AT_FIRST;
    }
    double fit = Math.min(area.width() / box.width(), area.height() / box.height());
    double scale = Math.clamp(fit, SMALLEST, 1);
    return at(box.centre(), area.centre(), scale);
  }

  /** All of the box, centred in an area of the view, however small it gets. */
  static Camera overview(Box box, Box area) {
    double fit = Math.min(area.width() / box.width(), area.height() / box.height());
    return at(box.centre(), area.centre(), fit);
  }

  /** Shows the place of the map at the place of the view. */
  static Camera at(Point onMap, Point inView, double scale) {
    return new Camera(scale, inView.x() - onMap.x() * scale, inView.y() - onMap.y() * scale);
  }

  Camera moved(double dx, double dy) {
    return new Camera(scale, x + dx, y + dy);
  }

  /** The same to the eye, on whole pixels. */
  Camera snapped() {
    return new Camera(scale, Math.rint(x), Math.rint(y));
  }

  /** Nearer or farther, with what lies under the place of the view staying there. */
  Camera zoomed(double factor, Point inView) {
    double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
    return at(toMap(inView), inView, next);
  }

  /** Whether the eye sees no difference to the other. */
  boolean isAt(Camera other) {
    return Math.abs(scale - other.scale) < SMALLEST / 100
        && Math.abs(x - other.x) < 0.5
        && Math.abs(y - other.y) < 0.5;
  }

  Point toMap(Point inView) {
    return new Point((inView.x() - x) / scale, (inView.y() - y) / scale);
  }

  Point toView(Point place) {
    return new Point(place.x() * scale + x, place.y() * scale + y);
  }

  Box toView(Box box) {
    return new Box(
        box.x() * scale + x, box.y() * scale + y, box.width() * scale, box.height() * scale);
  }

  /** What of the map a view of this size shows. */
  Box seen(double width, double height) {
    return new Box(-x / scale, -y / scale, width / scale, height / scale);
  }

  /** A camera on the way to another, the share from 0 to 1. */
  Camera towards(Camera other, double share) {
    return new Camera(
        scale + (other.scale - scale) * share,
        x + (other.x - x) * share,
        y + (other.y - y) * share);
  }
}
