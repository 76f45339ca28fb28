package dev.faultline.diff;

import dev.faultline.diff.FieldChange.Added;
import dev.faultline.diff.FieldChange.Changed;
import dev.faultline.diff.FieldChange.Removed;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What differs between two manifests, the meaningful first; empty if nothing does. */
public record ManifestDiff(List<FieldChange> changes) {

  public ManifestDiff {
    changes = List.copyOf(changes);
  }

  /** Compares two manifests of the same object, or of two that are alike. */
  public static ManifestDiff compare(Manifest before, Manifest after, DiffOptions options) {
    return ManifestComparison.of(before, after, options).changes();
  }

  /** Compares two pod templates, such as those of two revisions. */
  public static ManifestDiff compareTemplates(
      JsonObject before, JsonObject after, DiffOptions options) {
    return compare(ofTemplate(before), ofTemplate(after), options);
  }

  private static Manifest ofTemplate(JsonObject template) {
    var tree =
        new JsonObject(Map.of("apiVersion", Json.of("apps/v1"), "kind", Json.of("Deployment")));
    return new Manifest(tree.with(template, "spec", "template"));
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes of one category, in their order. */
  public List<FieldChange> of(Category category) {
    return changes.stream().filter(change -> change.category() == category).toList();
  }

  /**
   * One line, such as "image 1.4.2 → 1.5.0, +DB_POOL=5".
   *
   * @param longest how many characters it may have, 20 at least
   */
  public String summary(int longest) {
    return Summary.of(changes, longest);
  }

  /** How often something was added, removed and changed: "3 changed, 1 added". */
  public String counts() {
    int added = 0;
    int removed = 0;
    int changed = 0;
    for (var change : changes) {
      switch (change) {
        case Added ignored -> added++;
        case Removed ignored -> removed++;
        case Changed ignored -> changed++;
      }
    }
    return Summary.counts(changed, added, removed);
  }
}
