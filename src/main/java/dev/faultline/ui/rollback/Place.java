package dev.faultline.ui.rollback;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ResourceRef;

/** Where it happens, as it stands in every dialog that writes. */
public record Place(
    String cluster, String namespace, boolean protectedContext, boolean readOnly, boolean demo) {

  static Place of(ResourceRef ref, LinkedCluster.Safety safety) {
    return new Place(
        ref.cluster().name(),
        ref.namespace(),
        safety.protectedContext(),
        safety.readOnly(),
        safety.demo());
  }
}
