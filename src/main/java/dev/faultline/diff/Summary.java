package dev.faultline.diff;

import dev.faultline.diff.FieldChange.Added;
import dev.faultline.diff.FieldChange.Changed;
import dev.faultline.diff.FieldChange.Removed;
import java.util.ArrayList;
import java.util.List;

/** Puts many changes into one line of bounded length, the meaningful first. */
final class Summary {

  private static final int LONGEST_VALUE = 24;
  private static final int SHORTEST = 20;

  private Summary() {}

  static String of(List<FieldChange> changes, int longest) {
    int room = Math.max(SHORTEST, longest);
    if (changes.isEmpty()) {
      return "no differences";
    }
    boolean oneImage =
        changes.stream().filter(change -> change.category() == Category.IMAGE).count() == 1;
    var line = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      var phrase = phrase(changes.get(i), oneImage);
      var separator = line.isEmpty() ? "" : ", ";
      int left = changes.size() - i - 1;
      int rest = left == 0 ? 0 : more(left).length();
      if (line.length() + separator.length() + phrase.length() + rest > room) {
        return line.isEmpty()
            ? Shown.shorten(phrase, room - rest) + (left == 0 ? "" : more(left))
            : line + more(left + 1);
      }
      line.append(separator).append(phrase);
    }
    return line.toString();
  }

  private static String more(int count) {
    return " and " + count + " more";
  }

  private static String phrase(FieldChange change, boolean oneImage) {
    var name = name(change, oneImage);
    return switch (change) {
      case Added added -> "+" + name + (isNamed(added) ? "=" : " ") + brief(added.after());
      case Removed ignored -> "-" + name;
      case Changed changed -> name + " " + change(changed);
    };
  }

  private static boolean isNamed(Added added) {
    return added.category() == Category.ENV;
  }

  private static String change(Changed changed) {
    if (changed.category() == Category.IMAGE && changed.note().startsWith("tag ")) {
      return changed.note().substring("tag ".length());
    }
    return changed.note().equals(Changed.HIDDEN)
        ? Changed.HIDDEN
        : brief(changed.before()) + " → " + brief(changed.after());
  }

  /** The end of the path; the container too, where several have a new image. */
  private static String name(FieldChange change, boolean oneImage) {
    var parts = List.of(change.path().split(" · "));
    var last = parts.getLast();
    if (last.startsWith("env ") && !last.startsWith("env from ")) {
      return last.substring("env ".length());
    }
    if (last.equals("image") && !oneImage && parts.size() > 1) {
      return parts.get(parts.size() - 2).replace("container ", "") + " image";
    }
    boolean vague = parts.size() > 1 && parts.get(parts.size() - 2).endsWith("probe");
    return vague ? parts.get(parts.size() - 2) + " " + last : last;
  }

  private static String brief(String value) {
    return Shown.shorten(value.replace('\n', ' '), LONGEST_VALUE);
  }

  static String counts(int changed, int added, int removed) {
    var parts = new ArrayList<String>();
    add(parts, changed, "changed");
    add(parts, added, "added");
    add(parts, removed, "removed");
    return parts.isEmpty() ? "no differences" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }
}
