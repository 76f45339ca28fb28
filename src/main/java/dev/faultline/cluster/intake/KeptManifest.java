package dev.faultline.cluster.intake;

import dev.faultline.model.CompactManifest;
import dev.faultline.model.Manifest;

/**
 * The part of a manifest that is worth keeping. Field managers, the last applied copy and the
 * resourceVersion are left out: they are read into {@code ObjectMeta} or repeat the rest, and would
 * make equal objects differ.
 */
final class KeptManifest {

  private KeptManifest() {}

  static CompactManifest of(Manifest manifest) {
    var tree =
        manifest
            .tree()
            .without("metadata", "managedFields")
            .without("metadata", "annotations", MetaReader.LAST_APPLIED)
            .without("metadata", "resourceVersion");
    return CompactManifest.of(new Manifest(tree));
  }

  /** Without the status too, for kinds whose record holds what matters of it. */
  static CompactManifest withoutStatus(Manifest manifest) {
    return of(new Manifest(manifest.tree().without("status")));
  }
}
