package dev.faultline.workspace;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two manifests to compare; one that is on one side only has an empty one beside it.
 *
 * @param title which object it is, {@code Deployment shop/payment}
 */
public record ManifestPair(String title, Manifest before, Manifest after) {

  private static final Manifest NOTHING = new Manifest(JsonObject.EMPTY);
  private static final ClusterId ANY = new ClusterId("any");

  /** What generators append to the name of a ConfigMap, so that each content has its own. */
  private static final String HASH = "-[bcdfghjklmnpqrstvwxz0-9]{5,10}$";

  /** Whether the object is on one side only. */
  public boolean oneSided() {
    return before.equals(NOTHING) || after.equals(NOTHING);
  }

  /**
   * Lays two sides beside each other: the same objects, then those of the same kind and name in
   * other namespaces, then ConfigMaps that differ in the hash behind their names, at last what is
   * the only one of its kind on both sides. What has no counterpart stands alone, at the end.
   */
  public static List<ManifestPair> of(List<Manifest> before, List<Manifest> after) {
    if (before.size() == 1 && after.size() == 1) {
      return List.of(pair(before.getFirst(), after.getFirst()));
    }
    var left = new ArrayList<>(before);
    var right = new ArrayList<>(after);
    var pairs = new LinkedHashMap<Manifest, ManifestPair>();
    List<Function<Manifest, String>> names =
        List.of(
            ManifestPair::describe,
            manifest -> manifest.kind() + " " + manifest.name(),
            ManifestPair::withoutHash,
            manifest -> isOnlyOne(left, right, manifest) ? manifest.kind().toString() : "");
    for (var name : names) {
      match(left, right, name, pairs);
    }
    var all = new ArrayList<ManifestPair>();
    before.forEach(old -> all.add(pairs.getOrDefault(old, pair(old, NOTHING))));
    right.forEach(now -> all.add(pair(NOTHING, now)));
    return List.copyOf(all);
  }

  private static void match(
      List<Manifest> left,
      List<Manifest> right,
      Function<Manifest, String> name,
      Map<Manifest, ManifestPair> pairs) {
    for (var old : List.copyOf(left)) {
      var key = name.apply(old);
      var found = right.stream().filter(now -> name.apply(now).equals(key)).findFirst();
      if (!key.isEmpty() && found.isPresent()) {
        pairs.put(old, pair(old, found.get()));
        left.remove(old);
        right.remove(found.get());
      }
    }
  }

  private static boolean isOnlyOne(List<Manifest> left, List<Manifest> right, Manifest manifest) {
    return count(left, manifest.kind()) == 1 && count(right, manifest.kind()) == 1;
  }

  private static long count(List<Manifest> manifests, Kind kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).count();
  }

  private static String withoutHash(Manifest manifest) {
    boolean generated = manifest.kind().equals(Kind.CONFIG_MAP);
    return generated ? manifest.kind() + " " + manifest.name().replaceFirst(HASH, "") : "";
  }

  private static ManifestPair pair(Manifest before, Manifest after) {
    return new ManifestPair(describe(after.equals(NOTHING) ? before : after), before, after);
  }

  private static String describe(Manifest manifest) {
    return manifest.ref(ANY).describe();
  }
}
