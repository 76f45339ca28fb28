package dev.faultline.cluster;

import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.util.List;

/** One write to one object. A dry run goes through admission and changes nothing. */
public sealed interface Write {

  ResourceRef ref();

  boolean dryRun();

  /**
   * A JSON patch that the server applies only to the very object that was looked at.
   *
   * @param precondition what must still hold at the server
   */
  record Patch(
      ResourceRef ref, List<PatchOperation> operations, Precondition precondition, boolean dryRun)
      implements Write {
    public Patch {
      operations = List.copyOf(operations);
    }
  }

  /** A new object. */
  record Create(ResourceRef ref, Manifest manifest, boolean dryRun) implements Write {}

  /** The end of the very object with this UID. */
  record Delete(ResourceRef ref, String uid, boolean dryRun) implements Write {}

  /** The server refuses with a conflict if the object has another UID or resourceVersion. */
  record Precondition(String uid, String resourceVersion) {}
}
