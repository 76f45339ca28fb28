package dev.faultline.graph.layout;

/**
 * Two sides of which the maps are to be laid over each other: two namespaces, or two clusters.
 *
 * @param onlyDifferences leaves out what is the same on both
 */
public record MapComparison(MapSide left, MapSide right, boolean onlyDifferences) {

  public MapComparison {
    if (left.namespace().isPresent() != right.namespace().isPresent()) {
      throw new IllegalArgumentException("a namespace can't be compared with a whole cluster");
    }
  }

  /** Whether the other one is of the same two, whatever it leaves out. */
  public boolean hasSameSides(MapComparison other) {
    return left.equals(other.left) && right.equals(other.right);
  }

  /** As short as it can be told from the other one. */
  public String name(Side side) {
    var one = of(side);
    boolean sameNamespace = left.namespace().equals(right.namespace());
    boolean sameCluster = left.cluster().equals(right.cluster());
    return one.namespace()
        .filter(namespace -> sameCluster || !sameNamespace)
        .map(name -> sameCluster ? name : name + " in " + one.cluster().name())
        .orElseGet(() -> one.cluster().name());
  }

  public MapSide of(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Which of the two. */
  public enum Side {
    LEFT,
    RIGHT
  }
}
