package dev.faultline.cli.json;

import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds one JSON object, member by member; what is absent is left out. Free text is redacted. */
public final class Fields {

  private final Map<String, Json> members = new LinkedHashMap<>();

  /** The object every verb prints: it names its schema first. */
  public static Fields document(String schema) {
    return new Fields().put("schema", "faultline." + schema + "/v1");
  }

  public Fields put(String name, String text) {
    members.put(name, Json.of(Redaction.text(text)));
    return this;
  }

  public Fields put(String name, long number) {
    members.put(name, Json.of(number));
    return this;
  }

  public Fields put(String name, boolean value) {
    members.put(name, Json.of(value));
    return this;
  }

  public Fields put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  public Fields put(String name, Fields object) {
    return put(name, object.build());
  }

  public Fields put(String name, Optional<String> text) {
    text.ifPresent(present -> put(name, present));
    return this;
  }

  public Fields put(String name, Instant time) {
    return put(name, time.toString());
  }

  public Fields time(String name, Optional<Instant> time) {
    time.ifPresent(present -> put(name, present));
    return this;
  }

  public Fields texts(String name, Collection<String> texts) {
    return put(
        name, new JsonArray(texts.stream().map(text -> Json.of(Redaction.text(text))).toList()));
  }

  public <T> Fields list(String name, List<T> items, Function<T, Fields> each) {
    return put(name, new JsonArray(items.stream().<Json>map(i -> each.apply(i).build()).toList()));
  }

  public JsonObject build() {
    return new JsonObject(members);
  }
}
