package dev.faultline.graph.layout;

/** Finds a place for every node and a way for every arrow. */
public interface MapLayout {

  /**
   * Lays out from left to right: who is called by nobody stands left, what calls nobody right. May
   * take seconds for thousands of nodes: never on the FX thread.
   *
   * @throws InterruptedException if the thread was interrupted, as nobody wants the layout any more
   */
  Placement place(MapStructure structure) throws InterruptedException;
}
