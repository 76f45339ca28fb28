package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells of each line of a tree written by {@link YamlCodec} at which place of the tree it is. */
final class LinePlaces {

  /** Longer keys are written on a line of their own. */
  private static final int LONGEST_SIMPLE_KEY = 120;

  private static final Pattern BLOCK = Pattern.compile("[|][+-]?$");

  private final List<Place> places = new ArrayList<>();
  private final List<String> lines;

  private LinePlaces(List<String> lines) {
    this.lines = lines;
  }

  /**
   * The place of each line in words; empty if the lines can't be told apart.
   *
   * @param other the other side: items of lists are named as where both sides are compared
   * @param lines what the tree was written as
   */
  static List<String> of(Json tree, Json other, List<String> lines) {
    var walk = new LinePlaces(lines);
    walk.below(Place.ROOT, tree, Optional.of(other));
    return walk.places.size() == lines.size() ? walk.words() : List.of();
  }

  /** The lines of a block share one place, and so its words. */
  private List<String> words() {
    var words = new ArrayList<String>(places.size());
    for (int i = 0; i < places.size(); i++) {
      boolean same = i > 0 && places.get(i) == places.get(i - 1);
      words.add(same ? words.getLast() : places.get(i).words());
    }
    return words;
  }

  /** The lines below a key, whose own line is told already. */
  private void below(Place place, Json value, Optional<Json> other) {
    switch (value) {
      case JsonObject object -> members(place, object, other);
      case JsonArray array -> items(place, array, other);
      case Json.Text text -> block(place, text.value());
      case Json.Number ignored -> {}
      case Json.Bool ignored -> {}
      case Json.Null ignored -> {}
    }
  }

  /** A text of several lines is written as a block below its key, or quoted in the key's line. */
  private void block(Place place, String text) {
    int key = places.size() - 1;
    if (key < 0 || key >= lines.size() || !BLOCK.matcher(lines.get(key)).find()) {
      return;
    }
    int from = text.indexOf('\n');
    int last = text.length() - 1;
    if (from >= 0) {
      places.add(place);
    }
    for (; from >= 0 && from < last; from = text.indexOf('\n', from + 1)) {
      places.add(place);
    }
  }

  private void members(Place place, JsonObject object, Optional<Json> other) {
    for (var member : object.members().entrySet()) {
      var at = place.member(member.getKey());
      places.add(at);
      if (member.getKey().length() > LONGEST_SIMPLE_KEY) {
        places.add(at);
      }
      below(at, member.getValue(), member(other, member.getKey()));
    }
  }

  private static Optional<Json> member(Optional<Json> other, String name) {
    return other.flatMap(
        json -> json instanceof JsonObject object ? object.find(name) : Optional.empty());
  }

  private void items(Place place, JsonArray array, Optional<Json> other) {
    var others = other.orElse(JsonArray.EMPTY) instanceof JsonArray o ? o : JsonArray.EMPTY;
    var named = ListKeys.named(place.last(), array, others);
    var names = named.map(ListKeys.Named::before).map(LinePlaces::byIndex).orElse(List.of());
    for (int i = 0; i < array.items().size(); i++) {
      var name = i < names.size() ? names.get(i) : "#" + (i + 1);
      var at = place.item(name);
      var item = array.items().get(i);
      boolean hasOwnLines =
          (item instanceof JsonObject object && !object.isEmpty())
              || (item instanceof JsonArray inner && !inner.items().isEmpty());
      if (!hasOwnLines) {
        places.add(at);
      }
      below(at, item, named.flatMap(n -> item(others, n.after(), name)));
    }
  }

  private static List<String> byIndex(Map<String, Integer> names) {
    return List.copyOf(names.keySet());
  }

  private static Optional<Json> item(JsonArray others, Map<String, Integer> names, String name) {
    return Optional.ofNullable(names.get(name)).map(others.items()::get);
  }
}
