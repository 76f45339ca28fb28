package dev.faultline.ui.diff;

import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestComparison;
import dev.faultline.ui.diff.WholeText.Section;
import dev.faultline.workspace.ManifestPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What differs between two sides, as the screen shows it. */
record Comparison(List<ChangeRow> changes, WholeText text) {

  Comparison {
    changes = List.copyOf(changes);
  }

  /** Two objects, made ready. */
  record Prepared(ManifestPair pair, ManifestComparison comparison) {}

  static List<Prepared> prepare(List<ManifestPair> pairs, DiffOptions options) {
    return pairs.stream()
        .map(
            pair -> new Prepared(pair, ManifestComparison.of(pair.before(), pair.after(), options)))
        .toList();
  }

  static WholeText text(List<Prepared> objects) {
    return new WholeText(
        objects.stream()
            .map(object -> new Section(object.pair().title(), object.comparison().text()))
            .toList());
  }

  /** The changes of all objects, the meaningful first. */
  static List<ChangeRow> changes(List<Prepared> objects, String notThere, String there) {
    var rows = new ArrayList<ChangeRow>();
    for (int i = 0; i < objects.size(); i++) {
      var pair = objects.get(i).pair();
      if (pair.oneSided()) {
        rows.add(ChangeRow.whole(pair, i, notThere, there));
        continue;
      }
      for (var change : objects.get(i).comparison().changes().changes()) {
        rows.add(ChangeRow.of(pair, i == 0, i, change));
      }
    }
    rows.sort(Comparator.comparing(ChangeRow::category));
    return rows;
  }

  /** How many differences are left out unless everything counts. */
  static int noise(List<Prepared> objects, boolean raw) {
    return objects.stream()
        .filter(object -> !object.pair().oneSided())
        .mapToInt(object -> object.comparison().noise(meaningful(object, raw)))
        .sum();
  }

  private static List<FieldChange> meaningful(Prepared object, boolean raw) {
    return raw
        ? ManifestComparison.of(
                object.pair().before(), object.pair().after(), DiffOptions.MEANINGFUL)
            .changes()
            .changes()
        : object.comparison().changes().changes();
  }

  boolean sameAs(Comparison other) {
    return changes.equals(other.changes) && text.rows().equals(other.text.rows());
  }
}
