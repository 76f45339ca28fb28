package dev.faultline.demo;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** The conditions of a status; a condition keeps its transition time until its status changes. */
record Conditions(JsonArray list) {

  static Conditions of(JsonObject status) {
    return new Conditions(status.array("conditions"));
  }

  Optional<JsonObject> find(String type) {
    return list.objects().filter(c -> c.text("type").orElse("").equals(type)).findFirst();
  }

  String reason(String type) {
    return find(type).flatMap(c -> c.text("reason")).orElse("");
  }

  boolean isTrue(String type) {
    return find(type).flatMap(c -> c.text("status")).orElse("").equals("True");
  }

  Conditions without(String type) {
    return new Conditions(
        new JsonArray(
            list.items().stream()
                .filter(
                    c -> !(c instanceof JsonObject o) || !o.text("type").orElse("").equals(type))
                .toList()));
  }

  /** A Deployment's condition, which also tells when it was last confirmed. */
  Conditions confirm(String type, boolean holds, String reason, String message, Instant now) {
    return confirm(type, holds ? "True" : "False", reason, message, now);
  }

  Conditions confirm(String type, String status, String reason, String message, Instant now) {
    return put(
        Trees.object(
            "type", type,
            "status", status,
            "lastUpdateTime", now,
            "lastTransitionTime", transition(type, status, now),
            "reason", reason,
            "message", message));
  }

  /** The condition, unless it stands there with the same status and reason. */
  Conditions confirmIfNew(String type, boolean holds, String reason, String message, Instant now) {
    boolean same = find(type).isPresent() && isTrue(type) == holds && reason(type).equals(reason);
    return same ? this : confirm(type, holds, reason, message, now);
  }

  /** A condition of any other object. */
  Conditions set(String type, boolean holds, Optional<String> reason, String message, Instant now) {
    var status = holds ? "True" : "False";
    var condition =
        Trees.object(
            "type", type,
            "status", status,
            "lastTransitionTime", transition(type, status, now));
    if (reason.isPresent()) {
      condition = condition.with(Json.of(reason.get()), "reason");
      condition = condition.with(Json.of(message), "message");
    }
    return put(condition);
  }

  private Json transition(String type, String status, Instant now) {
    return find(type)
        .filter(c -> c.text("status").orElse("").equals(status))
        .flatMap(c -> c.find("lastTransitionTime"))
        .orElse(Trees.value(now));
  }

  private Conditions put(JsonObject condition) {
    var type = condition.text("type").orElse("");
    var items = new ArrayList<>(list.items());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof JsonObject o && o.text("type").orElse("").equals(type)) {
        items.set(i, condition);
        return new Conditions(new JsonArray(items));
      }
    }
    items.add(condition);
    return new Conditions(new JsonArray(items));
  }
}
