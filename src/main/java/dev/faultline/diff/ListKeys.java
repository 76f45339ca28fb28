package dev.faultline.diff;

import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which member names an item of a list, so that items are compared with their namesakes and not
 * with what happens to stand at the same index.
 */
final class ListKeys {

  /** Per list, the ways to name an item; the first that every item of the list has is taken. */
  private static final Map<String, List<List<String>>> KEYS =
      Map.ofEntries(
          Map.entry(
              "ports",
              List.of(
                  List.of("name"),
                  List.of("containerPort", "protocol"),
                  List.of("containerPort"),
                  List.of("port", "protocol"),
                  List.of("port"))),
          Map.entry("volumeMounts", List.of(List.of("mountPath"))),
          Map.entry("volumeDevices", List.of(List.of("devicePath"))),
          Map.entry("hostAliases", List.of(List.of("ip"))),
          Map.entry("ownerReferences", List.of(List.of("kind", "name"))),
          Map.entry("subjects", List.of(List.of("kind", "namespace", "name"))),
          Map.entry("conditions", List.of(List.of("type"))),
          Map.entry("metrics", List.of(List.of("type", "resource.name"), List.of("type"))),
          Map.entry("items", List.of(List.of("key"), List.of("metadata.name"), List.of("path"))),
          Map.entry("rules", List.of(List.of("host"))),
          Map.entry("paths", List.of(List.of("path"))),
          Map.entry("volumeClaimTemplates", List.of(List.of("metadata.name"))),
          Map.entry("topologySpreadConstraints", List.of(List.of("topologyKey"))),
          Map.entry("envFrom", List.of()),
          Map.entry("tolerations", List.of()));

  private static final List<List<String>> USUAL =
      List.of(List.of("name"), List.of("key"), List.of("type"), List.of("id"));

  private static final Named NONE = new Named(Map.of(), Map.of());

  private ListKeys() {}

  /**
   * The items of both lists under their names (a second of a name as {@code name#2}); empty if one
   * of them has an item that has no name.
   */
  static Optional<Named> named(String list, JsonArray before, JsonArray after) {
    if (!objects(before) || !objects(after)) {
      return Optional.empty();
    }
    if (list.equals("envFrom") || list.equals("tolerations")) {
      return Optional.of(new Named(byWords(list, before), byWords(list, after)));
    }
    for (var key : KEYS.getOrDefault(list, USUAL)) {
      if (has(before, key) && has(after, key)) {
        return Optional.of(new Named(byKey(before, key), byKey(after, key)));
      }
    }
    return Optional.empty();
  }

  /** Index of each item by name, in the list's order. */
  record Named(Map<String, Integer> before, Map<String, Integer> after) {}

  /** What the items may be called where they are shown: a name can be a secret itself. */
  static Named shown(String list, Node before, Node after) {
    if (before.shown() instanceof JsonArray old && after.shown() instanceof JsonArray now) {
      return named(list, old, now).orElse(NONE);
    }
    return NONE;
  }

  private static boolean objects(JsonArray array) {
    return array.items().stream().allMatch(JsonObject.class::isInstance);
  }

  private static boolean has(JsonArray array, List<String> key) {
    return array
        .objects()
        .allMatch(item -> key.stream().anyMatch(name -> text(item, name).isPresent()));
  }

  private static Optional<String> text(JsonObject item, String name) {
    return item.text(name.split("\\."));
  }

  private static Map<String, Integer> byKey(JsonArray array, List<String> key) {
    return indexed(
        array
            .objects()
            .map(
                item ->
                    String.join("/", key.stream().flatMap(n -> text(item, n).stream()).toList()))
            .toList());
  }

  private static Map<String, Integer> byWords(String list, JsonArray array) {
    return indexed(
        array
            .objects()
            .map(item -> list.equals("envFrom") ? EnvWords.source(item) : toleration(item))
            .toList());
  }

  /** A toleration is its whole content: two that differ are two. */
  private static String toleration(JsonObject item) {
    var key = item.text("key").orElse("everything");
    var value = item.text("value").map(v -> "=" + v).orElse("");
    return key + value + item.text("effect").map(e -> ":" + e).orElse("");
  }

  private static Map<String, Integer> indexed(List<String> names) {
    var seen = new HashMap<String, Integer>();
    var indexed = new LinkedHashMap<String, Integer>();
    for (String name : names) {
      int times = seen.merge(name, 1, Integer::sum);
      var unique = times == 1 ? name : name + "#" + times;
      // Somebody may really be called "x#2": the index tells them apart.
      boolean taken = indexed.putIfAbsent(unique, indexed.size()) != null;
      if (taken) {
        indexed.put(unique + "#" + indexed.size(), indexed.size());
      }
    }
    return indexed;
  }
}
