package dev.faultline.diff;

import dev.faultline.diff.Row.Piece;
import java.util.List;
import java.util.regex.Pattern;

/** How much speaks for a line showing a change, by the place of both. */
final class Likeness {

  private static final Pattern PARTS = Pattern.compile(Pattern.quote(" · "));

  /** More than any number of parts in common. */
  private static final int WITHIN = 10_000;

  private Likeness() {}

  /**
   * A line at the change's place or below it counts most; else the parts of the place that both
   * have in common, and the change's name in the line. 0 if nothing speaks for it.
   */
  static int of(String place, List<Piece> line, FieldChange change) {
    var path = change.path();
    if (place.startsWith(path) && (place.length() == path.length() || ends(place, path.length()))) {
      return WITHIN;
    }
    var here = PARTS.split(place);
    var wanted = PARTS.split(path);
    int common = 0;
    while (common < Math.min(here.length, wanted.length) && here[common].equals(wanted[common])) {
      common++;
    }
    return common == 0 ? 0 : common * 10 + named(Row.text(line), List.of(wanted).getLast());
  }

  private static boolean ends(String place, int at) {
    return place.charAt(at) == ' ' || place.charAt(at) == '.';
  }

  private static int named(String line, String name) {
    if (line.contains(name)) {
      return 5;
    }
    var last = name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('.')) + 1);
    return !last.isEmpty() && line.contains(last) ? 3 : 0;
  }
}
