package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Short ways to write and read the trees that manifests are. */
final class Trees {

  private Trees() {}

  /** An object from names and values in turn; values are text, whole numbers, booleans or trees. */
  static JsonObject object(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new JsonObject(members);
  }

  static JsonArray array(Object... values) {
    return new JsonArray(List.of(values).stream().map(Trees::value).toList());
  }

  static Json value(Object value) {
    return switch (value) {
      case Json tree -> tree;
      case String text -> Json.of(text);
      case Integer number -> Json.of(number);
      case Long number -> Json.of(number);
      case Boolean bool -> Json.of(bool);
      case Instant moment -> Json.of(time(moment));
      case Map<?, ?> map -> {
        // Sorted, as an immutable map has another order in every run.
        var members = new TreeMap<String, Json>();
        map.forEach((name, member) -> members.put((String) name, value(member)));
        yield new JsonObject(members);
      }
      case List<?> list -> new JsonArray(list.stream().map(Trees::value).toList());
      default -> throw new IllegalArgumentException("no tree for " + value.getClass());
    };
  }

  /** As Kubernetes writes times: whole seconds, UTC. */
  static String time(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Optional<Instant> time(JsonObject tree, String... path) {
    return tree.text(path).map(Instant::parse);
  }

  static int number(JsonObject tree, int otherwise, String... path) {
    return Math.toIntExact(tree.number(path).orElse(otherwise));
  }

  static Optional<Duration> seconds(JsonObject tree, String... path) {
    var seconds = tree.number(path);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
        : Optional.empty();
  }

  /** The manifest with one member set. */
  static Manifest with(Manifest manifest, Object value, String... path) {
    return new Manifest(manifest.tree().with(value(value), path));
  }

  static boolean matches(Map<String, String> selector, Map<String, String> labels) {
    return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
  }

  static boolean isDeleting(Manifest manifest) {
    return manifest.tree().find("metadata", "deletionTimestamp").isPresent();
  }
}
