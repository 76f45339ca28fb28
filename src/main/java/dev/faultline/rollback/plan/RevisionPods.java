package dev.faultline.rollback.plan;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OwnerReference;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pods of a workload, those of one revision apart from all others. Pods that are going, and
 * pods that are over, count for neither.
 */
public record RevisionPods(List<Pod> target, List<Pod> others) {

  public RevisionPods {
    target = List.copyOf(target);
    others = List.copyOf(others);
  }

  /**
   * Sorts the pods of a workload.
   *
   * @param ids the identities of the revision (the cluster may write one template in two ways)
   */
  public static RevisionPods of(ClusterState state, Workload workload, Set<String> ids) {
    return workload.ref().kind().equals(Kind.DEPLOYMENT)
        ? ofDeployment(state, workload, ids)
        : ofMarks(state, workload, ids);
  }

  /** All of them. */
  public Stream<Pod> all() {
    return Stream.concat(target.stream(), others.stream());
  }

  private static RevisionPods ofDeployment(
      ClusterState state, Workload deployment, Set<String> ids) {
    var ofTarget = new HashSet<String>();
    var ofAny = new HashSet<String>();
    holders(state, deployment, Kind.REPLICA_SET)
        .forEach(
            holder -> {
              ofAny.add(holder.meta().uid());
              if (ids.contains(holder.template().hash())) {
                ofTarget.add(holder.meta().uid());
              }
            });
    var target = new ArrayList<Pod>();
    var others = new ArrayList<Pod>();
    present(state, deployment)
        .forEach(
            pod -> {
              var owner = pod.meta().controller().map(OwnerReference::uid).orElse("");
              if (ofTarget.contains(owner)) {
                target.add(pod);
              } else if (ofAny.contains(owner)) {
                others.add(pod);
              }
            });
    return new RevisionPods(target, others);
  }

  /** StatefulSets mark their pods by the revision's name, DaemonSets by the hash in it. */
  private static RevisionPods ofMarks(ClusterState state, Workload workload, Set<String> ids) {
    var marks = new HashSet<String>();
    holders(state, workload, Kind.CONTROLLER_REVISION)
        .filter(holder -> ids.contains(holder.template().hash()))
        .forEach(
            holder -> {
              marks.add(holder.ref().name());
              marks.add(holder.meta().labels().getOrDefault("controller-revision-hash", "no hash"));
              var prefix = workload.ref().name() + "-";
              if (holder.ref().name().startsWith(prefix)) {
                marks.add(holder.ref().name().substring(prefix.length()));
              }
            });
    var target = new ArrayList<Pod>();
    var others = new ArrayList<Pod>();
    present(state, workload)
        .filter(pod -> isControlledBy(pod, workload))
        .forEach(pod -> (marks.contains(pod.templateHash()) ? target : others).add(pod));
    return new RevisionPods(target, others);
  }

  private static Stream<Workload> holders(ClusterState state, Workload workload, Kind kind) {
    return state.list(kind, workload.ref().namespace()).stream()
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast)
        .filter(holder -> isControlledBy(holder, workload));
  }

  private static Stream<Pod> present(ClusterState state, Workload workload) {
    return state.list(Kind.POD, workload.ref().namespace()).stream()
        .filter(Pod.class::isInstance)
        .map(Pod.class::cast)
        .filter(pod -> pod.meta().deleting().isEmpty())
        .filter(pod -> !pod.phase().equals("Succeeded") && !pod.phase().equals("Failed"));
  }

  private static boolean isControlledBy(ClusterObject object, Workload workload) {
    return object
        .meta()
        .controller()
        .filter(owner -> owner.uid().equals(workload.meta().uid()))
        .isPresent();
  }
}
