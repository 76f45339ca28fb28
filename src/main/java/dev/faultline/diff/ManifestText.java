package dev.faultline.diff;

import dev.faultline.diff.Row.Added;
import dev.faultline.diff.Row.Changed;
import dev.faultline.diff.Row.Folded;
import dev.faultline.diff.Row.Removed;
import dev.faultline.diff.Row.Same;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of two manifests, and which of its rows each change of their {@link ManifestDiff} is
 * about.
 */
public final class ManifestText {

  private final TextDiff diff;
  private final List<Place> before;
  private final List<Place> after;

  private ManifestText(TextDiff diff, List<Place> before, List<Place> after) {
    this.diff = diff;
    this.before = before;
    this.after = after;
  }

  /** Compares two manifests as YAML; noise is left out unless raw, secrets always are. */
  public static ManifestText of(Manifest before, Manifest after, DiffOptions options) {
    var pair = options.raw() ? new Normalizer.Pair(before, after) : Normalizer.pair(before, after);
    var masked = MaskedPair.of(pair);
    var old = NameOrder.sort(masked.before());
    var now = NameOrder.sort(masked.after());
    var oldLines = lines(old);
    var newLines = lines(now);
    return new ManifestText(
        TextDiff.ofLines(oldLines, newLines),
        LinePlaces.of(old, now, oldLines.size()),
        LinePlaces.of(now, old, newLines.size()));
  }

  /** An object that is not there has no lines. */
  private static List<String> lines(Json tree) {
    return tree.equals(JsonObject.EMPTY) ? List.of() : YamlCodec.write(tree).lines().toList();
  }

  public TextDiff diff() {
    return diff;
  }

  /** The indices of the rows that show the change, rising; empty if no row can be told. */
  public List<Integer> rowsOf(FieldChange change) {
    var rows = new ArrayList<Integer>();
    int best = 1;
    for (int i = 0; i < diff.rows().size(); i++) {
      if (isDifferent(i)) {
        int likeness = likeness(i, change);
        if (likeness > best) {
          rows.clear();
          best = likeness;
        }
        if (likeness == best) {
          rows.add(i);
        }
      }
    }
    return List.copyOf(rows);
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
      case Removed gone ->
          Likeness.of(words(before, gone.before()), Row.text(gone.pieces()), change);
      case Added come -> Likeness.of(words(after, come.after()), Row.text(come.pieces()), change);
      case Changed both ->
          Math.max(
              Likeness.of(words(before, both.before()), Row.text(both.old()), change),
              Likeness.of(words(after, both.after()), Row.text(both.now()), change));
      case Same ignored -> 0;
      case Folded ignored -> 0;
    };
  }

  private static String words(List<Place> places, int line) {
    return line <= places.size() ? places.get(line - 1).words() : "";
  }
}
