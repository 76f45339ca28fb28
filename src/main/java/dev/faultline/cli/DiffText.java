package dev.faultline.cli;

import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.Row;
import dev.faultline.diff.TextDiff;
import dev.faultline.model.Manifest;

/** Prints two manifests as one unified text, equal stretches folded. */
final class DiffText {

  private static final int CONTEXT = 3;

  private DiffText() {}

  static void print(Terminal terminal, Manifest before, Manifest after, boolean raw) {
    var diff = TextDiff.of(before, after, raw ? DiffOptions.RAW : DiffOptions.MEANINGFUL);
    for (Row row : TextDiff.unified(diff.folded(CONTEXT))) {
      terminal.line(line(terminal, row));
    }
  }

  private static String line(Terminal terminal, Row row) {
    return switch (row) {
      case Row.Same same -> "  " + same.text();
      case Row.Removed removed -> terminal.styled(Style.REMOVED, "- " + Row.text(removed.pieces()));
      case Row.Added added -> terminal.styled(Style.ADDED, "+ " + Row.text(added.pieces()));
      case Row.Changed changed -> terminal.styled(Style.CHANGED, "~ " + Row.text(changed.now()));
      case Row.Folded folded ->
          terminal.styled(Style.MUTED, "  … " + folded.count() + " equal lines");
    };
  }
}
