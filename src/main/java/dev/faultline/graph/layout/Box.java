package dev.faultline.graph.layout;

import java.util.Collection;
import java.util.Optional;

/** A rectangle on the map. */
public record Box(double x, double y, double width, double height) {

  public static final Box NOTHING = new Box(0, 0, 0, 0);

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  /** Where edges leave: the middle of the right side. */
  public Point exit() {
    return new Point(right(), y + height / 2);
  }

  /** Where edges arrive: the middle of the left side. */
  public Point entry() {
    return new Point(x, y + height / 2);
  }

  public boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /** Whether the two share any area; boxes that only touch don't. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** The same box with a margin around, or without one if it is negative. */
  public Box grown(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /** The smallest box around both. */
  public Box around(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** The smallest box around all; none for none. */
  public static Optional<Box> around(Collection<Box> boxes) {
    return boxes.stream().reduce(Box::around);
  }
}
