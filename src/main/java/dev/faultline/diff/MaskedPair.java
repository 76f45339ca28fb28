package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Two trees with their secrets hidden. Where two secrets differ, both look the same once hidden: a
 * mark on the new one says that it is another.
 */
record MaskedPair(Json before, Json after) {

  /** What stands behind a hidden value that differs from the one before. */
  static final String MARK = " (changed)";

  static MaskedPair of(Node before, Node after) {
    return new MaskedPair(before.shown(), marked(Place.ROOT, before, after));
  }

  /** The new side as it is to be shown. */
  private static Json marked(Place place, Node before, Node after) {
    if (before.raw().equals(after.raw())) {
      return after.shown();
    }
    return switch (after.shown()) {
      case JsonObject object -> {
        var members = new LinkedHashMap<String, Json>();
        for (String name : object.names()) {
          var now = after.member(name);
          var old = before.member(name);
          now.ifPresent(
              n ->
                  members.put(
                      name, old.map(o -> marked(place.member(name), o, n)).orElse(n.shown())));
        }
        yield new JsonObject(members);
      }
      case JsonArray array -> items(place, before, after, array);
      case Json.Text now ->
          before.shown() instanceof Json.Text ? Json.of(text(before, after, now.value())) : now;
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private static Json items(Place place, Node before, Node after, JsonArray shown) {
    if (!(before.raw() instanceof JsonArray old && after.raw() instanceof JsonArray now)) {
      return shown;
    }
    var items = new ArrayList<>(shown.items());
    var named = ListKeys.named(place.last(), old, now);
    if (named.isPresent()) {
      named
          .get()
          .after()
          .forEach(
              (name, index) -> {
                var other = named.get().before().get(name);
                if (other != null) {
                  items.set(index, marked(place.item(name), before.item(other), after.item(index)));
                }
              });
    } else if (old.items().size() == now.items().size()) {
      for (int i = 0; i < items.size(); i++) {
        items.set(i, marked(place.item("#" + i), before.item(i), after.item(i)));
      }
    }
    return new JsonArray(items);
  }

  private static String text(Node before, Node after, String shown) {
    var old = before.raw().scalar().orElse("");
    var now = after.raw().scalar().orElse("");
    var oldShown = before.shown().scalar().orElse("");
    return shown.indexOf('\n') < 0
        ? oldShown.equals(shown) ? shown + MARK : shown
        : lines(old, now, oldShown, shown);
  }

  /**
   * The new text as shown, with {@link #MARK} on each line that hides a difference. Redaction keeps
   * lines where they are: a shown line can be asked what it hides.
   */
  static String lines(String old, String now, String oldShown, String shown) {
    if (oldShown.equals(old) && shown.equals(now)) {
      return shown;
    }
    var oldLines = List.of(old.split("\n", -1));
    var newLines = List.of(now.split("\n", -1));
    var oldShownLines = List.of(oldShown.split("\n", -1));
    var shownLines = new ArrayList<>(List.of(shown.split("\n", -1)));
    boolean kept = oldLines.size() == oldShownLines.size() && newLines.size() == shownLines.size();
    if (!kept) {
      return oldShown.equals(shown) && !old.equals(now) ? shown + MARK : shown;
    }
    int[] matches = LineMatch.of(oldShownLines, shownLines);
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] >= 0 && !oldLines.get(i).equals(newLines.get(matches[i]))) {
        shownLines.set(matches[i], shownLines.get(matches[i]) + MARK);
      }
    }
    return String.join("\n", shownLines);
  }
}
