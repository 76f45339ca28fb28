package dev.faultline.rollback.plan;

import dev.faultline.model.ContentHash;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Hashes of the parts of an object that a rollback rests on, so that the journal can tell later
 * which of them were changed since without keeping what stood there.
 */
public final class Fingerprint {

  /** The part that says what runs. */
  public static final String TEMPLATE = "spec.template";

  private Fingerprint() {}

  /** Each part's name (such as {@code spec.strategy}) with its hash. */
  public static Map<String, String> of(Manifest manifest) {
    var snapshot = Snapshot.of(manifest);
    var parts = new LinkedHashMap<String, String>();
    snapshot.spec().members().forEach((name, value) -> parts.put("spec." + name, hash(value)));
    parts.put("metadata.annotations", hash(snapshot.annotations()));
    return parts;
  }

  /** The names of the parts that are not as they were, sorted. */
  public static List<String> changed(Map<String, String> before, Manifest now) {
    var after = of(now);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> before.getOrDefault(name, "").equals(after.getOrDefault(name, "")));
    return List.copyOf(names);
  }

  private static String hash(Json value) {
    return ContentHash.of(value).substring(0, 16);
  }
}
