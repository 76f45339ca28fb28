package dev.faultline.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Kubernetes Event: something a controller or kubelet said of an object. */
public record ClusterEvent(
    ObjectMeta meta,
    ResourceRef regarding,
    String type,
    String reason,
    String message,
    String reporter,
    int count,
    Optional<Instant> first,
    Optional<Instant> last)
    implements ClusterObject {

  @Override
  public List<Evidence> evidence() {
    return List.of();
  }
}
