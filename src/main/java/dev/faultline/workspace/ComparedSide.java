package dev.faultline.workspace;

import dev.faultline.model.ResourceRef;
import java.nio.file.Path;

/** One side of a comparison. */
public sealed interface ComparedSide {

  /** The service as it stands in its cluster. */
  record Live(ResourceRef service) implements ComparedSide {}

  /**
   * The service with the pod template of one of its revisions.
   *
   * @param revision the identity of ours
   */
  record AtRevision(ResourceRef service, String revision) implements ComparedSide {}

  /** A file of YAML or JSON. */
  record InFile(Path file) implements ComparedSide {}
}
