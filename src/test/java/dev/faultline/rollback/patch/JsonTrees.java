package dev.faultline.rollback.patch;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random trees that look like manifests: few names, so that they often meet; lists of named items.
 */
public final class JsonTrees {

  private static final List<String> NAMES = List.of("name", "value", "a/b", "~c", "-", "0", "spec");
  private static final List<Json> SCALARS =
      List.of(Json.of("x"), Json.of("y"), Json.of(1), Json.of(2), Json.of(true), Json.Null.NULL);

  private JsonTrees() {}

  /** Trees of at most four levels; grown from a random number, as recursive arbitraries explode. */
  public static Arbitrary<JsonObject> objects() {
    return Arbitraries.randomValue(random -> object(random, 4));
  }

  private static Json tree(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 0, 1 -> SCALARS.get(random.nextInt(SCALARS.size()));
      case 2 -> object(random, depth - 1);
      default -> array(random, depth - 1);
    };
  }

  private static JsonObject object(Random random, int depth) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.put(NAMES.get(random.nextInt(NAMES.size())), tree(random, depth));
    }
    return new JsonObject(members);
  }

  private static JsonArray array(Random random, int depth) {
    var items = new ArrayList<Json>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(
          random.nextBoolean()
              ? entry(List.of("A", "B", "C").get(random.nextInt(3)), tree(random, 0))
              : tree(random, depth));
    }
    return new JsonArray(items);
  }

  static JsonObject entry(String name, Json value) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(name));
    members.put("value", value);
    return new JsonObject(members);
  }

  static JsonArray entries(List<String> names) {
    var items = new ArrayList<Json>();
    names.forEach(name -> items.add(entry(name, Json.of("of " + name))));
    return new JsonArray(items);
  }
}
