package dev.faultline.rollback.patch;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JSON patch that turns one tree into another and touches nothing that is the same in
 * both. Applied in order, the operations give exactly the other tree.
 */
public final class JsonDiff {

  private final List<PatchOperation> operations = new ArrayList<>();

  private JsonDiff() {}

  /**
   * The operations from one tree to the other.
   *
   * @param base where both trees stand in the patched document
   */
  public static List<PatchOperation> between(List<String> base, Json from, Json to) {
    var diff = new JsonDiff();
    diff.compare(base, from, to);
    return List.copyOf(diff.operations);
  }

  private void compare(List<String> path, Json from, Json to) {
    if (from.equals(to)) {
      return;
    }
    if (from instanceof JsonObject left && to instanceof JsonObject right) {
      compareMembers(path, left, right);
    } else if (from instanceof JsonArray left && to instanceof JsonArray right) {
      compareItems(path, left, right);
    } else {
      operations.add(new PatchOperation.Replace(path, to));
    }
  }

  private void compareMembers(List<String> path, JsonObject from, JsonObject to) {
    from.members()
        .keySet()
        .forEach(
            name -> {
              if (to.find(name).isEmpty()) {
                operations.add(new PatchOperation.Remove(below(path, name)));
              }
            });
    to.members()
        .forEach(
            (name, value) ->
                from.find(name)
                    .ifPresentOrElse(
                        old -> compare(below(path, name), old, value),
                        () -> operations.add(new PatchOperation.Add(below(path, name), value))));
  }

  /** Walks both lists side by side; the index is always the place in the list as patched so far. */
  private void compareItems(List<String> path, JsonArray from, JsonArray to) {
    var alignment = ListAlignment.of(from.items(), to.items());
    if (alignment.isEmpty()) {
      operations.add(new PatchOperation.Replace(path, to));
      return;
    }
    int index = 0;
    for (ListAlignment.Step step : alignment.get()) {
      var place = below(path, String.valueOf(index));
      switch (step) {
        case ListAlignment.Both both -> {
          compare(place, from.items().get(both.left()), to.items().get(both.right()));
          index++;
        }
        case ListAlignment.OnlyLeft _ -> operations.add(new PatchOperation.Remove(place));
        case ListAlignment.OnlyRight only -> {
          operations.add(new PatchOperation.Add(place, to.items().get(only.right())));
          index++;
        }
      }
    }
  }

  private static List<String> below(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
