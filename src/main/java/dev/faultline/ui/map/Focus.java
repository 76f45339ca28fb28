package dev.faultline.ui.map;

import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSubject;
import java.util.Optional;

/** What a person wants to see apart from all else. */
sealed interface Focus {

  Focus NONE = new Whole();

  /** Everything is shown. */
  record Whole() implements Focus {}

  /** What is near a node. */
  record Around(MapFocus on, MapSubject node) implements Focus {}

  /**
   * The ways from one node to another, all groups open.
   *
   * @param before what was shown, to go back to
   * @param folds the groups that were folded then
   */
  record Path(MapSubject from, MapSubject to, Focus before, Folds folds) implements Focus {
    /** The groups are others by now. */
    Path refolded() {
      return new Path(from, to, before, Folds.AUTOMATIC);
    }
  }

  static Focus on(MapFocus on, Optional<MapSubject> node) {
    return on == MapFocus.ALL ? NONE : node.<Focus>map(one -> new Around(on, one)).orElse(NONE);
  }
}
