package dev.faultline.graph.layout;

/** That one node of the map has an arrow to another. */
public record Line(MapSubject from, MapSubject to) implements Comparable<Line> {
  @Override
  public int compareTo(Line other) {
    int byStart = from.compareTo(other.from);
    return byStart != 0 ? byStart : to.compareTo(other.to);
  }
}
