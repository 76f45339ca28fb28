package dev.faultline.ui.diff;

import dev.faultline.diff.Category;
import dev.faultline.diff.FieldChange;
import dev.faultline.model.ImageReference;
import dev.faultline.model.Kind;
import dev.faultline.workspace.ManifestPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of the table of changes.
 *
 * @param object the object, where it is not the service itself
 * @param before what it was; empty if it was not there
 * @param after what it became; empty if it is gone
 * @param where what the field belongs to
 * @param section the part of the text that shows it
 * @param change empty for an object that came or went as a whole
 */
record ChangeRow(
    Category category,
    Optional<String> object,
    String field,
    Optional<String> before,
    Optional<String> after,
    String where,
    int section,
    Optional<FieldChange> change) {

  private static final Pattern PARTS = Pattern.compile(Pattern.quote(" · "));

  static ChangeRow of(ManifestPair pair, boolean main, int section, FieldChange change) {
    var parts = new ArrayList<>(List.of(PARTS.split(change.path())));
    var last = parts.removeLast();
    if (parts.isEmpty() && change.category() == Category.CONFIGURATION) {
      parts.add(last);
    }
    var object = main ? Optional.<String>empty() : Optional.of(name(pair));
    var row =
        new ChangeRow(
            change.category(),
            object,
            field(change.category(), last),
            before(change),
            after(change),
            String.join(" · ", parts.stream().map(ChangeRow::plain).toList()),
            section,
            Optional.of(change));
    return last.equals("image") && change instanceof FieldChange.Changed ? row.asImage() : row;
  }

  /** An object that is on one side only. */
  static ChangeRow whole(ManifestPair pair, int section, String gone, String come) {
    boolean isGone = pair.after().tree().isEmpty();
    return new ChangeRow(
        Category.OTHER,
        Optional.of(name(pair)),
        pair.title(),
        isGone ? Optional.of(come) : Optional.of(gone),
        isGone ? Optional.of(gone) : Optional.of(come),
        "",
        section,
        Optional.empty());
  }

  /** The container is what has the image; where both come from one repository, tags tell all. */
  private ChangeRow asImage() {
    var old = ImageReference.parse(before.orElse(""));
    var now = ImageReference.parse(after.orElse(""));
    boolean tags =
        old.repository().equals(now.repository())
            && old.tag().isPresent()
            && now.tag().isPresent()
            && !old.tag().equals(now.tag());
    return new ChangeRow(
        category,
        object,
        where.isEmpty() ? field : where,
        tags ? old.tag() : before,
        tags ? now.tag() : after,
        tags ? now.repository() : "",
        section,
        change);
  }

  private static String name(ManifestPair pair) {
    var manifest = pair.after().tree().isEmpty() ? pair.before() : pair.after();
    var kind = manifest.kind();
    return kind.equals(Kind.CONFIG_MAP) ? kind + " " + manifest.name() : pair.title();
  }

  private static String field(Category category, String last) {
    if (category == Category.ENV && last.startsWith("env ") && !last.startsWith("env from ")) {
      return last.substring("env ".length());
    }
    if (category == Category.RESOURCES && last.endsWith(" limit")) {
      return "limits." + last.substring(0, last.length() - " limit".length());
    }
    if (category == Category.RESOURCES && last.endsWith(" request")) {
      return "requests." + last.substring(0, last.length() - " request".length());
    }
    return last.startsWith("data ") ? last.substring("data ".length()) : last;
  }

  private static String plain(String part) {
    return part.startsWith("container ")
        ? part.substring("container ".length())
        : part.startsWith("data ") ? part.substring("data ".length()) : part;
  }

  private static Optional<String> before(FieldChange change) {
    return switch (change) {
      case FieldChange.Added ignored -> Optional.empty();
      case FieldChange.Removed removed -> Optional.of(removed.before());
      case FieldChange.Changed changed -> Optional.of(changed.before());
    };
  }

  private static Optional<String> after(FieldChange change) {
    return switch (change) {
      case FieldChange.Added added -> Optional.of(added.after());
      case FieldChange.Removed ignored -> Optional.empty();
      case FieldChange.Changed changed ->
          Optional.of(
              changed.note().equals(FieldChange.Changed.HIDDEN)
                  ? changed.after() + " (changed)"
                  : changed.after());
    };
  }
}
