package dev.faultline.catalog;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OwnerReference;
import dev.faultline.model.Pod;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who controls what: found once for the whole state, as it is asked for every service. */
final class Children {

  private static final List<Kind> OWNED =
      List.of(Kind.POD, Kind.REPLICA_SET, Kind.JOB, Kind.CONTROLLER_REVISION);

  private final Map<ResourceRef, List<ClusterObject>> byOwner;

  private Children(Map<ResourceRef, List<ClusterObject>> byOwner) {
    this.byOwner = byOwner;
  }

  static Children of(ClusterState state) {
    var byOwner = new HashMap<ResourceRef, List<ClusterObject>>();
    for (Kind kind : OWNED) {
      state
          .all(kind, ClusterObject.class)
          .forEach(
              child ->
                  child
                      .meta()
                      .controller()
                      .filter(owner -> isOf(state, child.ref(), owner))
                      .ifPresent(
                          owner ->
                              byOwner
                                  .computeIfAbsent(
                                      child.ref().sibling(owner.kind(), owner.name()),
                                      ref -> new ArrayList<>())
                                  .add(child)));
    }
    return new Children(byOwner);
  }

  /** A namesake made after the owner was deleted has another UID: the child is not its own. */
  private static boolean isOf(ClusterState state, ResourceRef child, OwnerReference owner) {
    return state
        .find(child.sibling(owner.kind(), owner.name()))
        .map(ClusterObject::meta)
        .map(ObjectMeta::uid)
        .filter(uid -> !uid.isEmpty() && !owner.uid().isEmpty())
        .map(owner.uid()::equals)
        .orElse(true);
  }

  /** The ReplicaSets, Jobs or ControllerRevisions of a workload. */
  List<Workload> workloads(ResourceRef owner, Kind kind) {
    return of(owner)
        .filter(child -> child.ref().kind().equals(kind))
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast)
        .toList();
  }

  /** The pods it controls itself. */
  List<Pod> pods(ResourceRef owner) {
    return of(owner).filter(Pod.class::isInstance).map(Pod.class::cast).toList();
  }

  /** The pods it controls itself, or through a ReplicaSet or Job; by name. */
  List<Pod> allPods(ResourceRef owner) {
    var through =
        of(owner).filter(Workload.class::isInstance).flatMap(child -> pods(child.ref()).stream());
    return Stream.concat(pods(owner).stream(), through)
        .sorted(Comparator.comparing(Pod::ref))
        .toList();
  }

  private Stream<ClusterObject> of(ResourceRef owner) {
    return byOwner.getOrDefault(owner, List.of()).stream();
  }
}
