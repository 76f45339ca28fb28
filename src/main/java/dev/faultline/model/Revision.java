package dev.faultline.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a service's pod template that the cluster still holds.
 *
 * @param id our own identity, the template's content hash: the cluster renumbers on undo
 * @param number the cluster's own
 * @param digests image digests that really ran, as far as pods are there to tell
 * @param author the field manager that wrote it, where known
 * @param heldBy the ReplicaSet or ControllerRevision, or the workload itself
 * @param current whether the workload's template is this one
 */
public record Revision(
    String id,
    long number,
    Version version,
    List<ContainerImage> images,
    List<String> digests,
    Optional<Instant> created,
    Optional<String> author,
    Optional<String> changeCause,
    int pods,
    int readyPods,
    ResourceRef heldBy,
    boolean current) {

  public Revision {
    images = List.copyOf(images);
    digests = List.copyOf(digests);
  }

  /** The first twelve digits of the identity: enough for people. */
  public String shortId() {
    return id.substring(0, Math.min(12, id.length()));
  }
}
