package dev.faultline.cluster.intake;

import dev.faultline.model.CompactManifest;
import dev.faultline.model.Manifest;

/**
 * The part of a manifest that is worth keeping. Field managers, the last applied copy and the
 * resourceVersion are left out: they are read into {@code ObjectMeta} or repeat the rest, and would
 * make equal objects differ. Where only summaries are wanted nothing is kept: to write and compress
 * a thousand manifests takes longer than to read them.
 */
enum KeptManifest {
  WHOLE,
  NOTHING;

  CompactManifest of(Manifest manifest) {
    if (this == NOTHING) {
      return CompactManifest.NOTHING;
    }
    var tree =
        manifest
            .tree()
            .without("metadata", "managedFields")
            .without("metadata", "annotations", MetaReader.LAST_APPLIED)
            .without("metadata", "resourceVersion");
    return CompactManifest.of(new Manifest(tree));
  }

  /** Without the status too, for kinds whose record holds what matters of it. */
  CompactManifest withoutStatus(Manifest manifest) {
    return this == NOTHING
        ? CompactManifest.NOTHING
        : of(new Manifest(manifest.tree().without("status")));
  }
}
