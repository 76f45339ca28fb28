package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.diff.Row.Folded;
import dev.faultline.ui.diff.TextLine.Content;
import dev.faultline.ui.diff.TextLine.Fold;
import dev.faultline.ui.diff.TextLine.Form;
import dev.faultline.ui.diff.TextLine.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays the rows of a text out as the lines that are shown. */
final class LineList {

  /** Equal lines that stay around each difference. */
  static final int CONTEXT = 3;

  private final WholeText text;
  private final boolean unified;
  private final Set<Integer> opened;
  private final List<TextLine> lines = new ArrayList<>();

  /** New sides of a block that changed: in one column they follow all the old ones. */
  private final List<TextLine> waiting = new ArrayList<>();

  private LineList(WholeText text, boolean unified, Set<Integer> opened) {
    this.text = text;
    this.unified = unified;
    this.opened = opened;
  }

  /**
   * The lines in their order.
   *
   * @param opened first rows of the folds that were opened
   */
  static List<TextLine> of(WholeText text, boolean unified, Set<Integer> opened) {
    var list = new LineList(text, unified, opened);
    for (int i = 0; i < text.sections().size(); i++) {
      list.section(i);
    }
    return list.lines;
  }

  private void section(int index) {
    int row = text.start(index);
    var section = text.sections().get(index);
    if (text.sections().size() > 1) {
      lines.add(new Heading(row, section.title()));
    }
    for (Row next : section.text().diff().folded(CONTEXT)) {
      if (next instanceof Folded fold) {
        fold(row, fold.count());
        row += fold.count();
      } else {
        content(row++, next);
      }
    }
    flush();
  }

  private void fold(int row, int count) {
    flush();
    if (!opened.contains(row)) {
      lines.add(new Fold(row, count));
      return;
    }
    for (int i = row; i < row + count; i++) {
      lines.add(new Content(i, text.rows().get(i), Form.BOTH));
    }
  }

  private void content(int row, Row content) {
    if (!unified) {
      lines.add(new Content(row, content, Form.BOTH));
      return;
    }
    switch (content) {
      case Row.Changed changed -> {
        lines.add(new Content(row, changed, Form.OLD));
        waiting.add(new Content(row, changed, Form.NEW));
      }
      case Row.Removed gone -> lines.add(new Content(row, gone, Form.OLD));
      case Row.Added come -> waiting.add(new Content(row, come, Form.NEW));
      case Row.Same same -> {
        flush();
        lines.add(new Content(row, same, Form.BOTH));
      }
      case Folded ignored -> throw new IllegalStateException("a fold is no content");
    }
  }

  private void flush() {
    lines.addAll(waiting);
    waiting.clear();
  }
}
