package dev.faultline.diff;

import dev.faultline.diff.FieldChange.Added;
import dev.faultline.diff.FieldChange.Changed;
import dev.faultline.diff.FieldChange.Removed;
import dev.faultline.model.Kind;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks two trees together and writes down where they part. */
final class TreeDiff {

  private static final Set<String> QUANTITIES =
      Set.of("limits", "requests", "hard", "capacity", "sizeLimit", "divisor", "averageValue");

  private final DiffOptions options;
  private final boolean configMap;
  private final List<FieldChange> changes = new ArrayList<>();

  TreeDiff(DiffOptions options, Kind kind) {
    this.options = options;
    this.configMap = kind.equals(Kind.CONFIG_MAP);
  }

  List<FieldChange> changes() {
    return changes;
  }

  void values(Place place, Node before, Node after) {
    if (before.raw().equals(after.raw())) {
      return;
    }
    if (isEnvEntry(place)) {
      env(place, before, after);
    } else if (before.raw() instanceof JsonObject old && after.raw() instanceof JsonObject now) {
      members(place, before, after, old, now);
    } else if (before.raw() instanceof JsonArray old && after.raw() instanceof JsonArray now) {
      new ListDiff(this, options).compare(place, before, after, old, now);
    } else if (isFile(place)) {
      changes.addAll(ConfigDiff.compare(place, before, after));
    } else if (options.raw() || !isSameQuantity(place, before.raw(), after.raw())) {
      changed(place, before, after);
    }
  }

  private void members(Place place, Node before, Node after, JsonObject old, JsonObject now) {
    var names = new LinkedHashSet<>(old.members().keySet());
    names.addAll(now.members().keySet());
    for (String name : names) {
      both(place.member(name), before.member(name), after.member(name));
    }
  }

  /** Compares what may be missing on one side. */
  void both(Place place, Optional<Node> before, Optional<Node> after) {
    if (before.isPresent() && after.isPresent()) {
      values(place, before.get(), after.get());
    } else {
      before.ifPresent(gone -> oneSided(place, gone, false));
      after.ifPresent(come -> oneSided(place, come, true));
    }
  }

  /** A map of many settings is told member by member, anything else in one go. */
  private void oneSided(Place place, Node node, boolean added) {
    boolean map =
        Set.of("labels", "annotations", "data", "limits", "requests", "resources")
            .contains(place.last());
    if (map && node.raw() instanceof JsonObject object && !object.isEmpty()) {
      object
          .members()
          .keySet()
          .forEach(
              name -> node.member(name).ifPresent(m -> oneSided(place.member(name), m, added)));
      return;
    }
    if (node.raw() instanceof JsonArray array && !array.items().isEmpty()) {
      var none = new Node(JsonArray.EMPTY, JsonArray.EMPTY);
      var old = added ? none : node;
      var now = added ? node : none;
      new ListDiff(this, options)
          .compare(place, old, now, (JsonArray) old.raw(), (JsonArray) now.raw());
      return;
    }
    var words = OneSided.words(place, node);
    changes.add(
        added
            ? new Added(Categories.of(place), place.words(), words)
            : new Removed(Categories.of(place), place.words(), words));
  }

  private void changed(Place place, Node before, Node after) {
    var old = before.words();
    var now = after.words();
    var note = old.equals(now) ? Changed.HIDDEN : "";
    var category = Categories.of(place);
    if (note.isEmpty() && category == Category.IMAGE && place.last().equals("image")) {
      note = ImageWords.change(old, now);
    }
    changes.add(new Changed(category, place.words(), old, now, note));
  }

  /** A change told in words of its own. */
  void changed(Place place, String before, String after, String note) {
    changes.add(new Changed(Categories.of(place), place.words(), before, after, note));
  }

  private static boolean isEnvEntry(Place place) {
    return !place.steps().isEmpty()
        && place.last().equals("env")
        && !place.steps().getLast().item().isEmpty();
  }

  private void env(Place place, Node before, Node after) {
    var old = EnvWords.value(before.shownObject());
    var now = EnvWords.value(after.shownObject());
    boolean wasReference = EnvWords.isReference(before.shownObject());
    boolean isReference = EnvWords.isReference(after.shownObject());
    var note = "";
    if (wasReference != isReference) {
      note = wasReference ? "reference → literal" : "literal → reference";
    } else if (old.equals(now)) {
      note = Changed.HIDDEN;
    }
    changed(place, old, now, note);
  }

  private boolean isFile(Place place) {
    return configMap && !options.raw() && place.parent().equals("data");
  }

  private static boolean isSameQuantity(Place place, Json before, Json after) {
    if (place.steps().stream().noneMatch(step -> QUANTITIES.contains(step.member()))) {
      return false;
    }
    var old = before.scalar().flatMap(Quantity::of);
    return old.isPresent() && old.equals(after.scalar().flatMap(Quantity::of));
  }
}
