package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Sorts the members of objects by name, as kubectl prints them: their order means nothing. */
final class NameOrder {

  private NameOrder() {}

  static Json sort(Json value) {
    return switch (value) {
      case JsonObject object -> {
        var members = new LinkedHashMap<String, Json>();
        new TreeMap<>(object.members()).forEach((name, member) -> members.put(name, sort(member)));
        yield new JsonObject(members);
      }
      case JsonArray array -> new JsonArray(array.items().stream().map(NameOrder::sort).toList());
      case Json.Text text -> text;
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }
}
