package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.Optional;

/**
 * A value twice: as it is, to compare it, and as it may be shown. Both trees have the same shape.
 */
record Node(Json raw, Json shown) {

  Optional<Node> member(String name) {
    return raw instanceof JsonObject object
        ? object.find(name).map(value -> new Node(value, shownMember(name)))
        : Optional.empty();
  }

  private Json shownMember(String name) {
    return shown instanceof JsonObject object
        ? object.find(name).orElse(Json.Null.NULL)
        : Json.Null.NULL;
  }

  Node item(int index) {
    return new Node(
        raw instanceof JsonArray array ? array.items().get(index) : Json.Null.NULL,
        shown instanceof JsonArray array ? array.items().get(index) : Json.Null.NULL);
  }

  /** The shown value as an object; empty if it is none. */
  JsonObject shownObject() {
    return shown instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  String words() {
    return Shown.of(shown);
  }
}
