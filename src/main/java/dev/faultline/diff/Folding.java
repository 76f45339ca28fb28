package dev.faultline.diff;

import dev.faultline.diff.Row.Folded;
import dev.faultline.diff.Row.Same;
import java.util.ArrayList;
import java.util.List;

/** Folds equal stretches, leaving some lines of context around each difference. */
final class Folding {

  private Folding() {}

  static List<Row> fold(List<Row> rows, int context) {
    var folded = new ArrayList<Row>();
    int i = 0;
    while (i < rows.size()) {
      if (!(rows.get(i) instanceof Same)) {
        folded.add(rows.get(i++));
        continue;
      }
      int end = i;
      while (end < rows.size() && rows.get(end) instanceof Same) {
        end++;
      }
      int head = i == 0 ? 0 : context;
      int tail = end == rows.size() ? 0 : context;
      stretch(rows, i, end, head, tail, folded);
      i = end;
    }
    return List.copyOf(folded);
  }

  /** One line is not worth folding: the fold takes a line itself. */
  private static void stretch(
      List<Row> rows, int from, int to, int head, int tail, List<Row> folded) {
    int hidden = to - from - head - tail;
    if (hidden <= 1) {
      folded.addAll(rows.subList(from, to));
      return;
    }
    folded.addAll(rows.subList(from, from + head));
    if (rows.get(from + head) instanceof Same first) {
      folded.add(new Folded(first.before(), first.after(), hidden));
    }
    folded.addAll(rows.subList(to - tail, to));
  }
}
