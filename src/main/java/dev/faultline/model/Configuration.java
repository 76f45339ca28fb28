package dev.faultline.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ConfigMap or a Secret.
 *
 * @param keys each key with a hash of its value: SHA-256 for a ConfigMap, a salted HMAC for a
 *     Secret; a Secret known by metadata alone has {@code checked} false and no keys
 * @param manifest of a ConfigMap; a Secret's is never kept
 */
public record Configuration(
    ObjectMeta meta,
    boolean checked,
    Map<String, String> keys,
    Optional<CompactManifest> manifest,
    List<Evidence> evidence)
    implements ClusterObject {

  public Configuration {
    keys = Map.copyOf(keys);
    evidence = List.copyOf(evidence);
  }
}
