package dev.faultline.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every object says of itself. The annotation that repeats the whole object
 * (last-applied-configuration) is not among {@code annotations}.
 */
public record ObjectMeta(
    ResourceRef ref,
    String uid,
    String resourceVersion,
    long generation,
    Optional<Instant> created,
    Optional<Instant> deleting,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<OwnerReference> owners,
    List<FieldManager> managers) {

  public ObjectMeta {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    owners = List.copyOf(owners);
    managers = List.copyOf(managers);
  }

  /** The owner that controls it, if any. */
  public Optional<OwnerReference> controller() {
    return owners.stream().filter(OwnerReference::controller).findFirst();
  }
}
