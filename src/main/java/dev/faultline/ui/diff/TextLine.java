package dev.faultline.ui.diff;

import dev.faultline.diff.Row;

/** One line of the text as it is shown: folded, and in one column or two. */
sealed interface TextLine {

  /** The index of its row in the {@link WholeText}; of a fold, that of the first hidden row. */
  int row();

  /** Which side of a row a line shows. */
  enum Form {
    BOTH,
    OLD,
    NEW
  }

  /** A row, or one side of it. */
  record Content(int row, Row content, Form form) implements TextLine {}

  /** Equal rows that are hidden until it is opened. */
  record Fold(int row, int count) implements TextLine {}

  /** The object that the following lines belong to, where there are several. */
  record Heading(int row, String title) implements TextLine {}
}
