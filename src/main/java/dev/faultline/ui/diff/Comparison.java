package dev.faultline.ui.diff;

import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.diff.ManifestText;
import dev.faultline.ui.diff.WholeText.Section;
import dev.faultline.workspace.ManifestPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** What differs between two sides, as the screen shows it. */
record Comparison(List<ChangeRow> changes, WholeText text) {

  Comparison {
    changes = List.copyOf(changes);
  }

  /** The objects that differ; where none does, the first, so that there is a text to look at. */
  static WholeText text(List<ManifestPair> pairs, DiffOptions options) {
    return new WholeText(
        pairs.stream()
            .map(
                pair ->
                    new Section(
                        pair.title(), ManifestText.of(pair.before(), pair.after(), options)))
            .toList());
  }

  /** The changes of all objects, the meaningful first. */
  static List<ChangeRow> changes(
      List<ManifestPair> pairs, DiffOptions options, String notThere, String there) {
    var rows = new ArrayList<ChangeRow>();
    for (int i = 0; i < pairs.size(); i++) {
      var pair = pairs.get(i);
      if (pair.oneSided()) {
        rows.add(ChangeRow.whole(pair, i, notThere, there));
        continue;
      }
      for (var change : ManifestDiff.compare(pair.before(), pair.after(), options).changes()) {
        rows.add(ChangeRow.of(pair, i == 0, i, change));
      }
    }
    rows.sort(Comparator.comparing(ChangeRow::category));
    return rows;
  }

  /** How many differences are left out unless everything counts. */
  static int noise(List<ManifestPair> pairs) {
    int noise = 0;
    for (var pair : pairs) {
      if (!pair.oneSided()) {
        var meaningful = new HashSet<String>();
        ManifestDiff.compare(pair.before(), pair.after(), DiffOptions.MEANINGFUL).changes().stream()
            .map(FieldChange::path)
            .forEach(path -> addWithParents(path, meaningful));
        noise +=
            (int)
                ManifestDiff.compare(pair.before(), pair.after(), DiffOptions.RAW)
                    .changes()
                    .stream()
                    .filter(change -> !meaningful.contains(change.path()))
                    .count();
      }
    }
    return noise;
  }

  /** A file's settings are told one by one, raw it is one change: the file's place counts too. */
  private static void addWithParents(String path, HashSet<String> into) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf(" · ", end - 1)) {
      into.add(path.substring(0, end));
    }
  }

  boolean sameAs(Comparison other) {
    return changes.equals(other.changes) && text.rows().equals(other.text.rows());
  }
}
