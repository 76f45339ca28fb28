package dev.faultline.model.json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An object whose members keep the order they were written in (order does not count for equality).
 *
 * <p>Readers take a path of member names and never fail: what is absent, or of another type than
 * asked for, reads as empty, as manifests come from strangers.
 */
public record JsonObject(Map<String, Json> members) implements Json {

  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Members.of(members);
  }

  /** An object of one member. */
  public static JsonObject of(String name, Json value) {
    return new JsonObject(Map.of(name, value));
  }

  /** An object of text members, in the map's order. */
  public static JsonObject ofTexts(Map<String, String> texts) {
    var members = new LinkedHashMap<String, Json>();
    texts.forEach((name, value) -> members.put(name, Json.of(value)));
    return new JsonObject(members);
  }

  public Optional<Json> find(String... path) {
    Json at = this;
    for (String name : path) {
      if (!(at instanceof JsonObject object)) {
        return Optional.empty();
      }
      var next = object.members.get(name);
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /** The object at the path, or the empty object. */
  public JsonObject object(String... path) {
    return find(path)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElse(EMPTY);
  }

  /** The array at the path, or the empty array. */
  public JsonArray array(String... path) {
    return find(path)
        .filter(JsonArray.class::isInstance)
        .map(JsonArray.class::cast)
        .orElse(JsonArray.EMPTY);
  }

  /** The objects in the array at the path. */
  public Stream<JsonObject> objects(String... path) {
    return array(path).objects();
  }

  /** The scalar at the path, as text. */
  public Optional<String> text(String... path) {
    return find(path).flatMap(Json::scalar);
  }

  /** The whole number at the path, if a {@code long} can hold it. */
  public OptionalLong number(String... path) {
    return find(path)
        .filter(Json.Number.class::isInstance)
        .map(Json.Number.class::cast)
        .filter(number -> number.isWhole() && isLong(number.value()))
        .map(number -> OptionalLong.of(number.value().longValue()))
        .orElse(OptionalLong.empty());
  }

  private static boolean isLong(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  /** Whether the value at the path is {@code true}. */
  public boolean isTrue(String... path) {
    return find(path).filter(Json.Bool.TRUE::equals).isPresent();
  }

  /** The scalar members of the object at the path, in their order. */
  public Map<String, String> texts(String... path) {
    var texts = new LinkedHashMap<String, String>();
    object(path)
        .members
        .forEach((name, value) -> value.scalar().ifPresent(t -> texts.put(name, t)));
    return Collections.unmodifiableMap(texts);
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** This object with the value set at the path; objects on the way are made where absent. */
  public JsonObject with(Json value, String... path) {
    if (path.length == 0) {
      throw new IllegalArgumentException("a path needs at least one name");
    }
    var copy = new LinkedHashMap<>(members);
    if (path.length == 1) {
      copy.put(path[0], value);
    } else {
      copy.put(path[0], object(path[0]).with(value, Arrays.copyOfRange(path, 1, path.length)));
    }
    return new JsonObject(copy);
  }

  /** This object without the member at the path; the same object if there is none. */
  public JsonObject without(String... path) {
    if (find(path).isEmpty()) {
      return this;
    }
    var copy = new LinkedHashMap<>(members);
    if (path.length == 1) {
      copy.remove(path[0]);
    } else {
      copy.put(path[0], object(path[0]).without(Arrays.copyOfRange(path, 1, path.length)));
    }
    return new JsonObject(copy);
  }

  /** The names of the members, in their order. */
  public List<String> names() {
    return List.copyOf(members.keySet());
  }
}
