package dev.faultline.rollback.patch;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Applies JSON patches (RFC 6902) to our trees, and writes them as JSON. */
public final class JsonPatch {

  private JsonPatch() {}

  /**
   * The document after all operations.
   *
   * @throws IllegalArgumentException if an operation names a place that is not there
   */
  public static Json apply(Json document, List<PatchOperation> operations) {
    Json patched = document;
    for (PatchOperation operation : operations) {
      patched = apply(patched, operation);
    }
    return patched;
  }

  /** The document after one operation; see {@link #apply(Json, List)}. */
  public static Json apply(Json document, PatchOperation operation) {
    return at(document, operation, 0);
  }

  /** The operations as the API server and kubectl read them. */
  public static JsonArray toJson(List<PatchOperation> operations) {
    return new JsonArray(operations.stream().map(JsonPatch::toJson).toList());
  }

  private static Json toJson(PatchOperation operation) {
    var members = new LinkedHashMap<String, Json>();
    switch (operation) {
      case PatchOperation.Add add -> {
        members.put("op", Json.of("add"));
        members.put("path", Json.of(add.pointer()));
        members.put("value", add.value());
      }
      case PatchOperation.Replace replace -> {
        members.put("op", Json.of("replace"));
        members.put("path", Json.of(replace.pointer()));
        members.put("value", replace.value());
      }
      case PatchOperation.Remove remove -> {
        members.put("op", Json.of("remove"));
        members.put("path", Json.of(remove.pointer()));
      }
    }
    return new JsonObject(members);
  }

  private static Json at(Json node, PatchOperation operation, int depth) {
    if (depth == operation.path().size()) {
      return switch (operation) {
        case PatchOperation.Add add -> add.value();
        case PatchOperation.Replace replace -> replace.value();
        case PatchOperation.Remove _ -> throw missing(operation);
      };
    }
    return switch (node) {
      case JsonObject object -> inObject(object, operation, depth);
      case JsonArray array -> inArray(array, operation, depth);
      default -> throw missing(operation);
    };
  }

  private static Json inObject(JsonObject object, PatchOperation operation, int depth) {
    var name = operation.path().get(depth);
    boolean last = depth == operation.path().size() - 1;
    if (object.find(name).isEmpty() && !(last && operation instanceof PatchOperation.Add)) {
      throw missing(operation);
    }
    if (last && operation instanceof PatchOperation.Remove) {
      return object.without(name);
    }
    return object.with(at(object.find(name).orElse(Json.Null.NULL), operation, depth + 1), name);
  }

  private static Json inArray(JsonArray array, PatchOperation operation, int depth) {
    var items = new ArrayList<>(array.items());
    boolean last = depth == operation.path().size() - 1;
    if (last && operation instanceof PatchOperation.Add add) {
      items.add(index(operation, depth, items.size()), add.value());
    } else if (last && operation instanceof PatchOperation.Remove) {
      items.remove(index(operation, depth, items.size() - 1));
    } else {
      int index = index(operation, depth, items.size() - 1);
      items.set(index, at(items.get(index), operation, depth + 1));
    }
    return new JsonArray(items);
  }

  private static int index(PatchOperation operation, int depth, int greatest) {
    var name = operation.path().get(depth);
    if (name.equals("-") && operation instanceof PatchOperation.Add) {
      return greatest;
    }
    if (!name.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(name) > greatest) {
      throw missing(operation);
    }
    return Integer.parseInt(name);
  }

  private static IllegalArgumentException missing(PatchOperation operation) {
    return new IllegalArgumentException("there is nothing at " + operation.pointer());
  }
}
