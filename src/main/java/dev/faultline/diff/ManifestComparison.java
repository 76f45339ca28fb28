package dev.faultline.diff;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two manifests made ready to be compared: noise is left out unless everything counts, secrets are
 * hidden. That is done once, for the list of changes and for the text.
 */
public final class ManifestComparison {

  private final Manifest before;
  private final Manifest after;
  private final DiffOptions options;
  private final Node old;
  private final Node now;

  private ManifestComparison(
      Manifest before, Manifest after, DiffOptions options, Node old, Node now) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.old = old;
    this.now = now;
  }

  /** Two manifests of the same object, or of two that are alike. */
  public static ManifestComparison of(Manifest before, Manifest after, DiffOptions options) {
    var pair = options.raw() ? new Normalizer.Pair(before, after) : Normalizer.pair(before, after);
    return new ManifestComparison(before, after, options, node(pair.before()), node(pair.after()));
  }

  private static Node node(Manifest manifest) {
    return new Node(manifest.tree(), Redaction.manifest(manifest).tree());
  }

  /** What differs, the meaningful first. */
  public ManifestDiff changes() {
    return changes(options, after.kind(), old, now);
  }

  /** The text of both, and where in it each change is. */
  public ManifestText text() {
    return ManifestText.of(old, now);
  }

  /**
   * How many differences are left out unless everything counts.
   *
   * @param meaningful those that are not
   */
  public int noise(List<FieldChange> meaningful) {
    var told = new HashSet<String>();
    meaningful.forEach(change -> addWithParents(change.path(), told));
    // Only counted, never shown: nothing has to be hidden.
    var everything =
        changes(DiffOptions.RAW, after.kind(), unhidden(before), unhidden(after)).changes();
    return (int) everything.stream().filter(change -> !told.contains(change.path())).count();
  }

  private static Node unhidden(Manifest manifest) {
    Json tree = manifest.tree();
    return new Node(tree, tree);
  }

  /** The settings of a file are told one by one; raw, the file is one change. */
  private static void addWithParents(String path, Set<String> into) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf(" · ", end - 1)) {
      into.add(path.substring(0, end));
    }
  }

  private static ManifestDiff changes(DiffOptions options, Kind kind, Node old, Node now) {
    var tree = new TreeDiff(options, kind);
    tree.values(Place.ROOT, old, now);
    return new ManifestDiff(
        tree.changes().stream().sorted(Comparator.comparing(FieldChange::category)).toList());
  }
}
