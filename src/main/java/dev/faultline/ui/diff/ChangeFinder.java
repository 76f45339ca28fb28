package dev.faultline.ui.diff;

import dev.faultline.diff.FieldChange;
import java.util.ArrayList;
import java.util.List;

/** Finds the change that a row of the text shows. */
final class ChangeFinder {

  private ChangeFinder() {}

  /** The index of the change, or -1. */
  static int at(WholeText whole, List<ChangeRow> changes, int row) {
    int section = whole.sectionAt(row);
    var indices = new ArrayList<Integer>();
    var fields = new ArrayList<FieldChange>();
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      if (change.section() == section && change.change().isEmpty()) {
        return i;
      }
      if (change.section() == section) {
        indices.add(i);
        fields.add(change.change().orElseThrow());
      }
    }
    int found = whole.sections().get(section).text().changeAt(row - whole.start(section), fields);
    return found < 0 ? -1 : indices.get(found);
  }
}
