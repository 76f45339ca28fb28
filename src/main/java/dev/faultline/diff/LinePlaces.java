package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of each line of a tree written by {@link YamlCodec} at which place of the tree it is. */
final class LinePlaces {

  /** Longer keys are written on a line of their own. */
  private static final int LONGEST_SIMPLE_KEY = 120;

  private final List<Place> places = new ArrayList<>();

  private LinePlaces() {}

  /**
   * The place of each line; empty if the lines can't be told apart.
   *
   * @param other the other side: items of lists are named as where both sides are compared
   * @param lines how many lines the tree was written in
   */
  static List<Place> of(Json tree, Json other, int lines) {
    var walk = new LinePlaces();
    walk.below(Place.ROOT, tree, Optional.of(other));
    return walk.places.size() == lines ? List.copyOf(walk.places) : List.of();
  }

  /** The lines below a key, whose own line is told already. */
  private void below(Place place, Json value, Optional<Json> other) {
    switch (value) {
      case JsonObject object -> members(place, object, other);
      case JsonArray array -> items(place, array, other);
      case Json.Text text -> {
        long lines = lines(text);
        for (long i = 1; i < lines; i++) {
          places.add(place);
        }
      }
      case Json.Number ignored -> {}
      case Json.Bool ignored -> {}
      case Json.Null ignored -> {}
    }
  }

  private static long lines(Json.Text text) {
    return text.value().indexOf('\n') < 0
        ? 1
        : YamlCodec.write(text).chars().filter(c -> c == '\n').count();
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
