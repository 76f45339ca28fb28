package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Notes in {@code managedFields} who set what, and when, as far as people look at it. */
final class ManagedFields {

  private ManagedFields() {}

  /** The object with the manager's entry brought up to what it changed. */
  static Manifest stamp(Optional<Manifest> before, Manifest after, String manager, Instant now) {
    var changed = changed(before.map(Manifest::tree).orElse(JsonObject.EMPTY), after.tree());
    if (changed.isEmpty()) {
      return after;
    }
    var entries = new ArrayList<Json>();
    var fields = changed;
    for (JsonObject entry : after.tree().objects("metadata", "managedFields").toList()) {
      if (entry.text("manager").orElse("").equals(manager) && entry.find("subresource").isEmpty()) {
        fields = union(entry.object("fieldsV1"), changed);
      } else {
        entries.add(entry);
      }
    }
    entries.add(
        Trees.object(
            "manager",
            manager,
            "operation",
            "Update",
            "apiVersion",
            after.apiVersion(),
            "time",
            now,
            "fieldsType",
            "FieldsV1",
            "fieldsV1",
            fields));
    return Trees.with(after, new JsonArray(entries), "metadata", "managedFields");
  }

  /** The members that differ, two levels deep: enough to tell the template from the replicas. */
  private static JsonObject changed(JsonObject before, JsonObject after) {
    var fields = JsonObject.EMPTY;
    for (String top : after.names()) {
      if (top.equals("apiVersion") || top.equals("kind") || top.equals("status")) {
        continue;
      }
      for (String name : after.object(top).names()) {
        boolean ours =
            !top.equals("metadata") || name.equals("labels") || name.equals("annotations");
        if (ours && !after.find(top, name).equals(before.find(top, name))) {
          fields = fields.with(JsonObject.EMPTY, "f:" + top, "f:" + name);
        }
      }
    }
    return fields;
  }

  private static JsonObject union(JsonObject one, JsonObject other) {
    var union = one;
    for (String top : other.names()) {
      for (String name : other.object(top).names()) {
        union = union.with(JsonObject.EMPTY, top, name);
      }
    }
    return union;
  }
}
