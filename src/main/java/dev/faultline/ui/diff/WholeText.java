package dev.faultline.ui.diff;

import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestText;
import dev.faultline.diff.Row;
import dev.faultline.diff.Row.Piece;
import dev.faultline.diff.Row.Same;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of all compared objects one after the other, and which of them a change is about. */
final class WholeText {

  static final WholeText EMPTY = new WholeText(List.of());

  private final List<Section> sections;
  private final int[] starts;
  private final List<Row> rows;
  private final int[] blocks;
  private final int[] lengths;

  /**
   * The text of one object.
   *
   * @param title which object
   */
  record Section(String title, ManifestText text) {}

  WholeText(List<Section> sections) {
    this.sections = List.copyOf(sections);
    this.starts = new int[sections.size()];
    var all = new ArrayList<Row>();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = all.size();
      all.addAll(sections.get(i).text().diff().rows());
    }
    this.rows = all;
    this.blocks = blocks(all);
    this.lengths = all.stream().mapToInt(WholeText::length).toArray();
  }

  List<Section> sections() {
    return sections;
  }

  /** The index of a section's first row. */
  int start(int section) {
    return starts[section];
  }

  List<Row> rows() {
    return rows;
  }

  /** The first row of each stretch of rows that differ, rising. */
  int[] blocks() {
    return blocks.clone();
  }

  boolean isDifferent(int row) {
    return !(rows.get(row) instanceof Same);
  }

  /** The rows that show a change of a section; of an object that came or went all of them. */
  BitSet rowsOf(int section, Optional<FieldChange> change) {
    var text = sections.get(section).text();
    int start = starts[section];
    var rows = new BitSet();
    if (change.isEmpty()) {
      rows.set(start, start + text.diff().rows().size());
    } else {
      text.rowsOf(change.get()).stream().forEach(row -> rows.set(row + start));
    }
    return rows;
  }

  /** The section that a row is part of. */
  int sectionAt(int row) {
    int at = Arrays.binarySearch(starts, row);
    int section = at >= 0 ? at : -at - 2;
    // Of sections that begin at the same row, all but the last are empty.
    while (section + 1 < starts.length && starts[section + 1] == starts[section]) {
      section++;
    }
    return section;
  }

  private static int[] blocks(List<Row> rows) {
    return IntStream.range(0, rows.size())
        .filter(i -> !(rows.get(i) instanceof Same))
        .filter(i -> i == 0 || rows.get(i - 1) instanceof Same)
        .toArray();
  }

  /** How many characters a row has, the longer of its sides. */
  int length(int row) {
    return lengths[row];
  }

  private static int length(Row row) {
    return switch (row) {
      case Same same -> same.text().length();
      case Row.Removed gone -> length(gone.pieces());
      case Row.Added come -> length(come.pieces());
      case Row.Changed changed -> Math.max(length(changed.old()), length(changed.now()));
      case Row.Folded ignored -> 0;
    };
  }

  private static int length(List<Piece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
  }
}
