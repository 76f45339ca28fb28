package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.ui.diff.TextLine.Content;
import dev.faultline.ui.diff.TextLine.Fold;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The text below the list of changes: its lines, its folds, and where a person stands in it. */
final class TextModel {

  private final ObservableList<TextLine> lines = FXCollections.observableArrayList();
  private final ObservableList<TextLine> linesOut = FXCollections.unmodifiableObservableList(lines);
  private final BooleanProperty unified = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<WholeText> whole =
      new ReadOnlyObjectWrapper<>(WholeText.EMPTY);
  private final ReadOnlyObjectWrapper<BitSet> marked = new ReadOnlyObjectWrapper<>(new BitSet());
  private final ReadOnlyObjectWrapper<Goal> goal = new ReadOnlyObjectWrapper<>(new Goal(-1));
  private final ReadOnlyIntegerWrapper block = new ReadOnlyIntegerWrapper(-1);
  private final Set<Integer> opened = new HashSet<>();
  private int[] blocks = {};
  private int current = -1;

  /** A line that shall come into view; each one anew, even to where the last one led. */
  static final class Goal {
    private final int line;

    Goal(int line) {
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  TextModel() {
    unified.addListener(
        change -> {
          layOut();
          if (current >= 0) {
            reveal(current);
          }
        });
  }

  /** The lines as they are shown. */
  ObservableList<TextLine> lines() {
    return linesOut;
  }

  /** One column instead of two. */
  BooleanProperty unified() {
    return unified;
  }

  ReadOnlyObjectProperty<WholeText> whole() {
    return whole.getReadOnlyProperty();
  }

  /** The rows of the change that is chosen. */
  ReadOnlyObjectProperty<BitSet> marked() {
    return marked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Goal> goal() {
    return goal.getReadOnlyProperty();
  }

  /** The stretch of differing lines that a person stands in or behind, from 0; -1 before all. */
  ReadOnlyIntegerProperty block() {
    return block.getReadOnlyProperty();
  }

  int blocks() {
    return blocks.length;
  }

  void show(WholeText text) {
    opened.clear();
    marked.set(new BitSet());
    blocks = text.blocks();
    current = -1;
    block.set(-1);
    whole.set(text);
    layOut();
  }

  void open(Fold fold) {
    opened.add(fold.row());
    int at = lines.indexOf(fold);
    var rows = whole.get().rows();
    if (at >= 0) {
      var shown =
          java.util.stream.IntStream.range(fold.row(), fold.row() + fold.count())
              .<TextLine>mapToObj(row -> new Content(row, rows.get(row), TextLine.Form.BOTH))
              .toList();
      lines.remove(at);
      lines.addAll(at, shown);
    }
  }

  /** A person went to that row. */
  void at(int row) {
    current = row;
    int found = Arrays.binarySearch(blocks, row);
    block.set(found >= 0 ? found : -found - 2);
  }

  void next() {
    int to = Arrays.binarySearch(blocks, current);
    int next = to >= 0 ? to + 1 : -to - 1;
    if (next < blocks.length) {
      reveal(blocks[next]);
    }
  }

  void previous() {
    int to = Arrays.binarySearch(blocks, current);
    int previous = to >= 0 ? to - 1 : -to - 2;
    // Within a stretch its own beginning comes first.
    if (previous >= 0) {
      reveal(blocks[previous]);
    }
  }

  /** Marks rows, and brings the first of them into view. */
  void mark(BitSet rows) {
    marked.set(rows);
    if (!rows.isEmpty()) {
      reveal(rows.nextSetBit(0));
    }
  }

  /** Marks rows that are in view already. */
  void markInPlace(BitSet rows) {
    marked.set(rows);
  }

  /** Brings a row into view; a fold that hides it is opened. */
  void reveal(int row) {
    at(row);
    int line = lineOf(row);
    if (line >= 0 && lines.get(line) instanceof Fold fold) {
      open(fold);
      line = lineOf(row);
    }
    goal.set(new Goal(line));
  }

  /** The line that shows a row, or the fold that hides it; -1 if there is no such row. */
  int lineOf(int row) {
    for (int i = 0; i < lines.size(); i++) {
      boolean here =
          switch (lines.get(i)) {
            case Content content -> content.row() == row;
            case Fold fold -> row >= fold.row() && row < fold.row() + fold.count();
            case TextLine.Heading ignored -> false;
          };
      if (here) {
        return i;
      }
    }
    return -1;
  }

  /** The texts of a row: one, or where it changed both. */
  static List<String> texts(Row row) {
    return switch (row) {
      case Row.Same same -> List.of(same.text());
      case Row.Removed gone -> List.of(Row.text(gone.pieces()));
      case Row.Added come -> List.of(Row.text(come.pieces()));
      case Row.Changed changed -> List.of(Row.text(changed.old()), Row.text(changed.now()));
      case Row.Folded ignored -> List.of();
    };
  }

  /** How many characters the longest of the lines has. */
  int longest() {
    var text = whole.get();
    int longest = 0;
    for (TextLine line : lines) {
      longest = line instanceof Content ? Math.max(longest, text.length(line.row())) : longest;
    }
    return longest;
  }

  private void layOut() {
    lines.setAll(LineList.of(whole.get(), unified.get(), opened));
  }
}
