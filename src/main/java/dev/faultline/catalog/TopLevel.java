package dev.faultline.catalog;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OwnerReference;
import dev.faultline.model.RoutingKinds;
import java.util.Optional;

/** Tells the workloads that are services from those that only serve another. */
final class TopLevel {

  private TopLevel() {}

  /**
   * Nobody owns it, or something that we know nothing of does; or its owner is of a kind that we
   * may not read, or did not, so that this is all there is to see of it.
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
    boolean unread =
        switch (state.coverage(owner.kind())) {
          case Coverage.Forbidden ignored -> true;
          // Of a kind that a cluster may lack, nothing else tells that it could not be read.
          case Coverage.NotServed ignored -> RoutingKinds.OPTIONAL.contains(owner.kind());
          case Coverage.Live ignored -> false;
          case Coverage.Loading ignored -> false;
          case Coverage.Stale ignored -> false;
        };
    return unread && state.find(meta.ref().sibling(owner.kind(), owner.name())).isEmpty();
  }
}
