package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.ui.diff.TextLine.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as plain text, in the form that {@code diff -u} writes and everybody reads. */
final class UnifiedText {

  private UnifiedText() {}

  /** The whole, with lines of context; equal stretches are left out. */
  static String of(WholeText text, String before, String after) {
    var out = new ArrayList<String>();
    out.add("--- " + before);
    out.add("+++ " + after);
    for (var section : text.sections()) {
      if (text.sections().size() > 1) {
        out.add("# " + section.title());
      }
      hunks(TextLines.unified(section.text().diff()), out);
    }
    return String.join("\n", out) + "\n";
  }

  /** Some of the shown lines; a fold tells how many it hides. */
  static String of(List<TextLine> lines) {
    return lines.stream()
        .flatMap(line -> sides(line).stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> sides(TextLine line) {
    return switch (line) {
      case TextLine.Heading heading -> List.of("# " + heading.title());
      case TextLine.Fold fold -> List.of("@@ " + fold.count() + " @@");
      case TextLine.Content content ->
          switch (content.content()) {
            case Row.Changed changed when content.form() == Form.OLD ->
                List.of("-" + Row.text(changed.old()));
            case Row.Changed changed when content.form() == Form.NEW ->
                List.of("+" + Row.text(changed.now()));
            case Row.Changed changed ->
                List.of("-" + Row.text(changed.old()), "+" + Row.text(changed.now()));
            default -> List.of(TextLines.signed(content.content()));
          };
    };
  }

  private static void hunks(List<Row> rows, List<String> out) {
    var hunk = new ArrayList<Row>();
    for (Row row : rows) {
      if (row instanceof Row.Folded) {
        hunk(hunk, out);
        hunk.clear();
      } else {
        hunk.add(row);
      }
    }
    hunk(hunk, out);
  }

  private static void hunk(List<Row> hunk, List<String> out) {
    if (hunk.stream().allMatch(Row.Same.class::isInstance)) {
      return;
    }
    out.add("@@ -" + TextLines.range(hunk, true) + " +" + TextLines.range(hunk, false) + " @@");
    hunk.forEach(row -> out.add(TextLines.signed(row)));
  }
}
