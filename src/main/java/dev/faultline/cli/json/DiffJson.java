package dev.faultline.cli.json;

import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import java.util.Locale;
import java.util.Optional;

/** Differences as JSON. */
public final class DiffJson {

  private DiffJson() {}

  public static Fields object(String title, ManifestDiff diff) {
    return new Fields()
        .put("title", title)
        .put("equal", diff.isEmpty())
        .list("changes", diff.changes(), DiffJson::change);
  }

  public static Fields change(FieldChange change) {
    var fields =
        new Fields()
            .put("category", change.category().name().toLowerCase(Locale.ROOT))
            .put("path", change.path());
    return switch (change) {
      case FieldChange.Added added -> fields.put("change", "added").put("after", added.after());
      case FieldChange.Removed removed ->
          fields.put("change", "removed").put("before", removed.before());
      case FieldChange.Changed changed ->
          fields
              .put("change", "changed")
              .put("before", changed.before())
              .put("after", changed.after())
              .put("note", Optional.of(changed.note()).filter(note -> !note.isEmpty()));
    };
  }
}
