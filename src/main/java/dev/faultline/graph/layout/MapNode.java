package dev.faultline.graph.layout;

/** A node of the map and where it lies. */
public record MapNode(MapSubject subject, Box box, NodeFacts facts) {
  public String label() {
    return subject.label();
  }
}
