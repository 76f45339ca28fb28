package dev.faultline.diff;

import dev.faultline.diff.Row.Added;
import dev.faultline.diff.Row.Changed;
import dev.faultline.diff.Row.Folded;
import dev.faultline.diff.Row.Piece;
import dev.faultline.diff.Row.Removed;
import dev.faultline.diff.Row.Same;
import dev.faultline.model.Manifest;
import dev.faultline.model.Redaction;
import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line and word by word, as rows to be shown. */
public record TextDiff(List<Row> rows) {

  /** Within a replaced block, lines are looked for that much further down to pair them. */
  private static final int LOOK_AHEAD = 4;

  private static final int LONGEST_PAIRED_BLOCK = 2_000;

  public TextDiff {
    rows = List.copyOf(rows);
  }

  /** Compares two manifests as YAML; noise is left out unless raw, secrets always are. */
  public static TextDiff of(Manifest before, Manifest after, DiffOptions options) {
    return ManifestComparison.of(before, after, options).text().diff();
  }

  /** Compares two texts of any sort; secrets in them are hidden. */
  public static TextDiff of(String before, String after) {
    var old = Redaction.text(before);
    var now = MaskedPair.lines(before, after, old, Redaction.text(after));
    return ofLines(lines(old), lines(now));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  static TextDiff ofLines(List<String> before, List<String> after) {
    int[] matches = LineMatch.of(before, after);
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && matches[i] == j) {
        rows.add(new Same(i + 1, j + 1, before.get(i)));
        i++;
        j++;
        continue;
      }
      int endA = i;
      while (endA < before.size() && matches[endA] < 0) {
        endA++;
      }
      int endB = endA < before.size() ? matches[endA] : after.size();
      replaced(before, after, i, endA, j, endB, rows);
      i = endA;
      j = endB;
    }
    return new TextDiff(rows);
  }

  /** Pairs lines that are alike, in their order; the rest is removed or added. */
  private static void replaced(
      List<String> before,
      List<String> after,
      int fromA,
      int toA,
      int fromB,
      int toB,
      List<Row> rows) {
    int a = fromA;
    int b = fromB;
    boolean paired = toA - fromA + toB - fromB <= LONGEST_PAIRED_BLOCK;
    boolean alone = toA - fromA == 1 && toB - fromB == 1;
    while (a < toA && paired) {
      int found = -1;
      for (int k = b; k < Math.min(toB, b + LOOK_AHEAD) && found < 0; k++) {
        found = WordMarks.alike(before.get(a), after.get(k), alone) ? k : -1;
      }
      if (found < 0) {
        rows.add(new Removed(a + 1, whole(before.get(a))));
      } else {
        for (; b < found; b++) {
          rows.add(new Added(b + 1, whole(after.get(b))));
        }
        var marks = WordMarks.of(before.get(a), after.get(b));
        rows.add(new Changed(a + 1, b + 1, marks.old(), marks.now()));
        b++;
      }
      a++;
    }
    for (; a < toA; a++) {
      rows.add(new Removed(a + 1, whole(before.get(a))));
    }
    for (; b < toB; b++) {
      rows.add(new Added(b + 1, whole(after.get(b))));
    }
  }

  private static List<Piece> whole(String line) {
    return line.isEmpty() ? List.of() : List.of(new Piece(line, true));
  }

  /** Whether the texts are equal. */
  public boolean isEmpty() {
    return rows.stream().allMatch(Same.class::isInstance);
  }

  /**
   * The rows with equal stretches folded away.
   *
   * @param context how many equal lines stay around each difference
   */
  public List<Row> folded(int context) {
    return Folding.fold(rows, context);
  }

  /** The rows as one column: of lines that changed first all old ones, then all new ones. */
  public static List<Row> unified(List<Row> rows) {
    var column = new ArrayList<Row>();
    var added = new ArrayList<Row>();
    for (Row row : rows) {
      switch (row) {
        case Changed changed -> {
          column.add(new Removed(changed.before(), changed.old()));
          added.add(new Added(changed.after(), changed.now()));
        }
        case Removed removed -> column.add(removed);
        case Added one -> added.add(one);
        case Same same -> flush(column, added, same);
        case Folded folded -> flush(column, added, folded);
      }
    }
    column.addAll(added);
    return List.copyOf(column);
  }

  private static void flush(List<Row> column, List<Row> added, Row next) {
    column.addAll(added);
    added.clear();
    column.add(next);
  }
}
