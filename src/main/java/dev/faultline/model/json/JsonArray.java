package dev.faultline.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An ordered list of values. */
public record JsonArray(List<Json> items) implements Json {

  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    items = List.copyOf(items);
  }

  /** The items that are objects, in order; anything else is passed over. */
  public Stream<JsonObject> objects() {
    return items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** The scalar items as text, in order. */
  public List<String> texts() {
    return items.stream().flatMap(item -> item.scalar().stream()).toList();
  }

  public JsonArray with(int index, Json value) {
    var copy = new ArrayList<>(items);
    copy.set(index, value);
    return new JsonArray(copy);
  }

  public JsonArray plus(Json value) {
    var copy = new ArrayList<>(items);
    copy.add(value);
    return new JsonArray(copy);
  }
}
