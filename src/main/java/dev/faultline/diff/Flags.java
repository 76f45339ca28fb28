package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a list of arguments as flags, where every one of them is one ({@code --name=value}). */
final class Flags {

  private Flags() {}

  /** Index by flag; empty if an argument is no flag or stands twice, since then order counts. */
  static Map<String, Integer> of(JsonArray arguments) {
    var flags = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < arguments.items().size(); i++) {
      if (!(arguments.items().get(i) instanceof Json.Text text) || !text.value().startsWith("-")) {
        return Map.of();
      }
      int equals = text.value().indexOf('=');
      var name = equals < 0 ? text.value() : text.value().substring(0, equals);
      if (equals < 0 || flags.put(name, i) != null) {
        return Map.of();
      }
    }
    return flags;
  }

  /** Whether the flags of both stand in the same order. */
  static boolean sameOrder(Map<String, Integer> before, Map<String, Integer> after) {
    List<String> old = before.keySet().stream().filter(after::containsKey).toList();
    List<String> now = after.keySet().stream().filter(before::containsKey).toList();
    return old.equals(now);
  }
}
