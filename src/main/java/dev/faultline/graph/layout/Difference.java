package dev.faultline.graph.layout;

/** How the two sides of a comparison differ in a node or an arrow. */
public sealed interface Difference {

  /**
   * It is missing on the other side.
   *
   * @param where what that side is called
   */
  record OnlyIn(MapComparison.Side side, String where) implements Difference {}

  /**
   * Another version runs on each side.
   *
   * @param left empty where it has none that is known
   */
  record OtherVersion(String left, String right) implements Difference {}

  /**
   * An arrow of one side that leads into the other one.
   *
   * @param from what its own side is called
   * @param into what the other one is called
   */
  record Across(MapComparison.Side side, String from, String into) implements Difference {}

  /** So many services of a folded group, or arrows of one that stands for several, differ. */
  record Within(int count) implements Difference {}
}
