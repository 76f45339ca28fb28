package dev.faultline.diff;

import dev.faultline.diff.Row.Added;
import dev.faultline.diff.Row.Changed;
import dev.faultline.diff.Row.Folded;
import dev.faultline.diff.Row.Removed;
import dev.faultline.diff.Row.Same;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.BitSet;
import java.util.List;

/**
 * The text of two manifests, and which of its rows each change of their {@link ManifestDiff} is
 * about.
 */
public final class ManifestText {

  private final TextDiff diff;
  private final List<String> before;
  private final List<String> after;

  private ManifestText(TextDiff diff, List<String> before, List<String> after) {
    this.diff = diff;
    this.before = before;
    this.after = after;
  }

  static ManifestText of(Node before, Node after) {
    var masked = MaskedPair.of(before, after);
    var old = NameOrder.sort(masked.before());
    var now = NameOrder.sort(masked.after());
    var oldLines = lines(old);
    var newLines = lines(now);
    return new ManifestText(
        TextDiff.ofLines(oldLines, newLines),
        LinePlaces.of(old, now, oldLines),
        LinePlaces.of(now, old, newLines));
  }

  /** An object that is not there has no lines. */
  private static List<String> lines(Json tree) {
    return tree.equals(JsonObject.EMPTY) ? List.of() : YamlCodec.write(tree).lines().toList();
  }

  public TextDiff diff() {
    return diff;
  }

  /** The indices of the rows that show the change; none if no row can be told. */
  public BitSet rowsOf(FieldChange change) {
    var rows = new BitSet();
    int best = 1;
    for (int i = 0; i < diff.rows().size(); i++) {
      if (isDifferent(i)) {
        int likeness = likeness(i, change);
        if (likeness > best) {
          rows.clear();
          best = likeness;
        }
        if (likeness == best) {
          rows.set(i);
        }
      }
    }
    return rows;
  }

  /** The index of the change that the row is about, or -1. */
  public int changeAt(int row, List<FieldChange> changes) {
    int found = -1;
    int best = 1;
    for (int i = 0; i < changes.size() && isDifferent(row); i++) {
      int likeness = likeness(row, changes.get(i));
      if (likeness > best) {
        best = likeness;
        found = i;
      }
    }
    return found;
  }

  private boolean isDifferent(int row) {
    return row >= 0 && row < diff.rows().size() && !(diff.rows().get(row) instanceof Same);
  }

  private int likeness(int row, FieldChange change) {
    return switch (diff.rows().get(row)) {
      case Removed gone -> Likeness.of(words(before, gone.before()), gone.pieces(), change);
      case Added come -> Likeness.of(words(after, come.after()), come.pieces(), change);
      case Changed both ->
          Math.max(
              Likeness.of(words(before, both.before()), both.old(), change),
              Likeness.of(words(after, both.after()), both.now(), change));
      case Same ignored -> 0;
      case Folded ignored -> 0;
    };
  }

  private static String words(List<String> places, int line) {
    return line <= places.size() ? places.get(line - 1) : "";
  }
}
