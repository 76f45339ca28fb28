package dev.faultline.ui.service;

import java.util.List;
import java.util.Locale;

/** Looks through the lines of a log; of a hundred thousand that takes longer than a frame. */
final class LogSearch {

  /** There is no such line. */
  static final int NOWHERE = -1;

  private LogSearch() {}

  /**
   * The index of the next line that holds the words, around the end if need be.
   *
   * @param wanted in lower case
   * @param from the index that is looked at last; -1 for none
   */
  static int next(List<String> lines, String wanted, int from, boolean forward) {
    int size = lines.size();
    for (int step = 1; step <= size; step++) {
      int at = Math.floorMod(from + (forward ? step : -step), size);
      if (lines.get(at).toLowerCase(Locale.ROOT).contains(wanted)) {
        return at;
      }
    }
    return NOWHERE;
  }
}
