package dev.faultline.diff;

import dev.faultline.diff.FieldChange.Added;
import dev.faultline.diff.FieldChange.Changed;
import dev.faultline.diff.FieldChange.Removed;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Compares two texts of a ConfigMap as what they are: settings by name where they have names. */
final class ConfigDiff {

  private ConfigDiff() {}

  static List<FieldChange> compare(Place place, Node before, Node after) {
    var old = text(before.raw());
    var now = text(after.raw());
    if (old.indexOf('\n') < 0 && now.indexOf('\n') < 0 && !ConfigText.isFileName(place.last())) {
      return List.of(whole(place, before, after, ""));
    }
    var oldSettings = ConfigText.settings(place.last(), old);
    var newSettings = ConfigText.settings(place.last(), now);
    if (oldSettings.isEmpty() || newSettings.isEmpty()) {
      return List.of(lines(place, before, after));
    }
    var changes = settings(place, oldSettings.get(), newSettings.get());
    return changes.isEmpty()
        ? List.of(whole(place, before, after, "only comments, blanks or order"))
        : changes;
  }

  private static String text(Json value) {
    return value.scalar().orElse("");
  }

  private static Changed whole(Place place, Node before, Node after, String note) {
    var old = before.words();
    var now = after.words();
    var words = note.isEmpty() && old.equals(now) ? Changed.HIDDEN : note;
    return new Changed(Category.CONFIGURATION, place.words(), old, now, words);
  }

  private static List<FieldChange> settings(
      Place place, Map<String, String> before, Map<String, String> after) {
    boolean secretFile = Redaction.isSecretName(place.last());
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    var changes = new ArrayList<FieldChange>();
    for (String name : names) {
      var old = before.get(name);
      var now = after.get(name);
      var path = place.words() + " · " + Shown.shorten(Redaction.text(name), 200);
      if (old == null && now != null) {
        changes.add(new Added(Category.CONFIGURATION, path, shown(name, now, secretFile)));
      } else if (old != null && now == null) {
        changes.add(new Removed(Category.CONFIGURATION, path, shown(name, old, secretFile)));
      } else if (old != null && now != null && !old.equals(now)) {
        var from = shown(name, old, secretFile);
        var to = shown(name, now, secretFile);
        var note = from.equals(to) ? Changed.HIDDEN : "";
        changes.add(new Changed(Category.CONFIGURATION, path, from, to, note));
      }
    }
    return changes;
  }

  private static String shown(String name, String value, boolean secretFile) {
    return secretFile ? Redaction.MASK : Shown.text(Redaction.value(name, value));
  }

  /** Lines have no names: what differs is shown if it is one line, else counted. */
  private static Changed lines(Place place, Node before, Node after) {
    var old = text(before.shown()).lines().toList();
    var now = text(after.shown()).lines().toList();
    var gone = new ArrayList<>(old);
    var come = new ArrayList<>(now);
    int start = 0;
    while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(old.size(), now.size()) - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    var from = gone.subList(start, gone.size() - end);
    var to = come.subList(start, come.size() - end);
    var note = from.isEmpty() && to.isEmpty() ? Changed.HIDDEN : "line " + (start + 1);
    return new Changed(Category.CONFIGURATION, place.words(), brief(from), brief(to), note);
  }

  private static String brief(List<String> lines) {
    return switch (lines.size()) {
      case 0 -> "nothing";
      case 1 -> Shown.text(lines.getFirst().strip());
      default -> Shown.shorten(lines.getFirst().strip(), 120) + " … (" + lines.size() + " lines)";
    };
  }
}
