package dev.faultline.catalog;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OwnerReference;
import java.util.Optional;

/** Tells the workloads that are services from those that only serve another. */
final class TopLevel {

  private TopLevel() {}

  /**
   * Nobody owns it, or something that we know nothing of does; or its owner is of a kind that we
   * may not read, so that this is all there is to see of it.
   */
  static boolean is(ClusterState state, ObjectMeta meta) {
    return meta.controller()
        .map(owner -> !Kind.WORKLOADS.contains(owner.kind()) || isHidden(state, meta, owner))
        .orElse(true);
  }

  /** Who owns it: the controller, else the first that is named. */
  static Optional<OwnerReference> owner(ObjectMeta meta) {
    return meta.controller().or(() -> meta.owners().stream().findFirst());
  }

  private static boolean isHidden(ClusterState state, ObjectMeta meta, OwnerReference owner) {
    return state.coverage(owner.kind()) instanceof Coverage.Forbidden
        && state.find(meta.ref().sibling(owner.kind(), owner.name())).isEmpty();
  }
}
