package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.diff.TextDiff;
import java.util.List;
import java.util.stream.Stream;

/** Rows of one column, as {@code diff -u} counts and signs them. */
final class TextLines {

  private TextLines() {}

  static List<Row> unified(TextDiff diff) {
    return TextDiff.unified(diff.folded(LineList.CONTEXT));
  }

  /** The row with its sign before it; of a row that changed the new side. */
  static String signed(Row row) {
    return switch (row) {
      case Row.Same same -> " " + same.text();
      case Row.Removed gone -> "-" + Row.text(gone.pieces());
      case Row.Added come -> "+" + Row.text(come.pieces());
      case Row.Changed changed -> "+" + Row.text(changed.now());
      case Row.Folded fold -> "@@ " + fold.count() + " @@";
    };
  }

  /** {@code 17,9}: the first line and how many there are; 0 lines stand after line 0. */
  static String range(List<Row> hunk, boolean before) {
    var numbers = hunk.stream().flatMap(row -> number(row, before)).toList();
    return numbers.isEmpty() ? "0,0" : numbers.getFirst() + "," + numbers.size();
  }

  private static Stream<Integer> number(Row row, boolean before) {
    return switch (row) {
      case Row.Same same -> Stream.of(before ? same.before() : same.after());
      case Row.Removed gone -> before ? Stream.of(gone.before()) : Stream.empty();
      case Row.Added come -> before ? Stream.empty() : Stream.of(come.after());
      case Row.Changed changed -> Stream.of(before ? changed.before() : changed.after());
      case Row.Folded ignored -> Stream.empty();
    };
  }
}
