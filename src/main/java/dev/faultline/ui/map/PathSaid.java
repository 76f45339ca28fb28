package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapSubject;

/** What came of the question for a path. */
sealed interface PathSaid {

  MapSubject from();

  MapSubject to();

  /**
   * The path is shown.
   *
   * @param back there is none as it was asked for: it leads from the second to the first
   * @param calls on the shortest way
   * @param only whether there is no other way beside it
   */
  record Shown(MapSubject from, MapSubject to, boolean back, int calls, boolean only)
      implements PathSaid {}

  /** There is none: the map is as it was. */
  record Missing(MapSubject from, MapSubject to, Reason why) implements PathSaid {}

  /** Why no path is seen. */
  enum Reason {
    /** There is one over dependencies whose evidence is weak. */
    DOUBTFUL_HIDDEN,
    /** There is one over what a filter hides. */
    FILTERED,
    /** Nothing is known that leads there. */
    UNKNOWN
  }
}
