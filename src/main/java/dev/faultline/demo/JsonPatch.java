package dev.faultline.demo;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Applies a JSON patch (RFC 6902) the way an API server does: all of it or nothing. */
final class JsonPatch {

  private JsonPatch() {}

  /** A patch that does not fit the object; the message is the server's. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(PatchOperation operation, String problem) {
      super("the server rejected our request: " + operation.pointer() + ": " + problem);
    }
  }

  static JsonObject apply(JsonObject tree, List<PatchOperation> operations) throws Unfit {
    Json patched = tree;
    for (PatchOperation operation : operations) {
      patched = step(patched, operation, 0);
    }
    if (patched instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("a patch may not replace the whole object");
  }

  private static Json step(Json at, PatchOperation operation, int depth) throws Unfit {
    if (depth == operation.path().size()) {
      throw new Unfit(operation, "the whole object may not be replaced");
    }
    var name = operation.path().get(depth);
    boolean last = depth == operation.path().size() - 1;
    return switch (at) {
      case JsonObject object when last -> member(object, name, operation);
      case JsonObject object -> {
        var inner = object.find(name);
        if (inner.isEmpty()) {
          throw new Unfit(operation, "there is no " + name);
        }
        yield object.with(step(inner.get(), operation, depth + 1), name);
      }
      case JsonArray array when last -> item(array, name, operation);
      case JsonArray array -> {
        int index = index(array, name, operation, array.items().size() - 1);
        yield array.with(index, step(array.items().get(index), operation, depth + 1));
      }
      case Json.Text ignored -> throw new Unfit(operation, "there is nothing below a text");
      case Json.Number ignored -> throw new Unfit(operation, "there is nothing below a number");
      case Json.Bool ignored -> throw new Unfit(operation, "there is nothing below a boolean");
      case Json.Null ignored -> throw new Unfit(operation, "there is nothing below null");
    };
  }

  private static JsonObject member(JsonObject object, String name, PatchOperation operation)
      throws Unfit {
    if (!(operation instanceof PatchOperation.Add) && object.find(name).isEmpty()) {
      throw new Unfit(operation, "there is no " + name);
    }
    return switch (operation) {
      case PatchOperation.Add add -> object.with(add.value(), name);
      case PatchOperation.Replace replace -> object.with(replace.value(), name);
      case PatchOperation.Remove ignored -> object.without(name);
    };
  }

  private static JsonArray item(JsonArray array, String name, PatchOperation operation)
      throws Unfit {
    var items = new ArrayList<>(array.items());
    switch (operation) {
      case PatchOperation.Add add ->
          items.add(
              name.equals("-") ? items.size() : index(array, name, operation, items.size()),
              add.value());
      case PatchOperation.Replace replace ->
          items.set(index(array, name, operation, items.size() - 1), replace.value());
      case PatchOperation.Remove ignored ->
          items.remove(index(array, name, operation, items.size() - 1));
    }
    return new JsonArray(items);
  }

  private static int index(JsonArray array, String name, PatchOperation operation, int greatest)
      throws Unfit {
    if (name.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(name);
      if (index <= greatest) {
        return index;
      }
    }
    throw new Unfit(operation, "no index " + name + " in " + array.items().size() + " items");
  }
}
