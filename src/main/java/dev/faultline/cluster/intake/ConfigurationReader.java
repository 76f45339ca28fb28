package dev.faultline.cluster.intake;

import dev.faultline.model.Configuration;
import dev.faultline.model.ContentHash;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ConfigMaps, and Secrets whose values have been replaced by hashes. */
final class ConfigurationReader {

  private ConfigurationReader() {}

  static Configuration configMap(
      ObjectMeta meta, Manifest manifest, KeptManifest keeping, List<Evidence> evidence) {
    var keys = new HashMap<String, String>();
    manifest.tree().texts("data").forEach((key, value) -> keys.put(key, hash(value)));
    manifest.tree().texts("binaryData").forEach((key, value) -> keys.put(key, hash(value)));
    var kept = Optional.of(keeping.withoutStatus(manifest));
    return new Configuration(meta, true, keys, kept, evidence);
  }

  /**
   * A Secret; of metadata alone (no type, no data) nothing can be said of its keys.
   *
   * @throws IllegalArgumentException if a value was not replaced: better no state than a leak
   */
  static Configuration secret(ObjectMeta meta, Manifest manifest) {
    var tree = manifest.tree();
    if (!SecretGuard.isStripped(manifest)) {
      throw new IllegalArgumentException(
          meta.ref().describe() + " has not been through the secret guard");
    }
    boolean checked = tree.find("data").isPresent() || tree.find("type").isPresent();
    Map<String, String> keys = tree.texts("data");
    return new Configuration(meta, checked, keys, Optional.empty(), List.of());
  }

  private static String hash(String value) {
    return ContentHash.of(value.getBytes(StandardCharsets.UTF_8));
  }
}
