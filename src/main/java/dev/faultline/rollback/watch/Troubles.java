package dev.faultline.rollback.watch;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RevisionPods;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers since when pods of the target fail: a first crash while a neighbour is not up yet is no
 * failure, a pod that keeps failing is.
 */
final class Troubles {

  /** States of a container that do not pass by waiting a moment. */
  private static final Set<String> FAILING =
      Set.of(
          "CrashLoopBackOff",
          "ImagePullBackOff",
          "ErrImagePull",
          "InvalidImageName",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "StartError");

  private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(15);

  private final Goal goal;
  private final Duration patience;
  private final Map<String, Instant> since = new HashMap<>();

  Troubles(Goal goal) {
    this.goal = goal;
    this.patience =
        goal.settling().compareTo(SHORTEST_PATIENCE) > 0 ? goal.settling() : SHORTEST_PATIENCE;
  }

  /** The pods of the target that have been failing for longer than is waited for. */
  List<Pod> lasting(ClusterState state, Instant now) {
    var pods =
        state
            .find(goal.workload(), Workload.class)
            .map(workload -> RevisionPods.of(state, workload, goal.ids()).target())
            .orElse(List.of());
    var present = new HashSet<String>();
    for (Pod pod : pods) {
      present.add(pod.meta().uid());
      if (pod.ready()) {
        since.remove(pod.meta().uid());
      } else if (isFailing(pod)) {
        since.putIfAbsent(pod.meta().uid(), now);
      }
    }
    since.keySet().retainAll(present);
    return pods.stream().filter(pod -> lasts(pod, now)).toList();
  }

  /** A container that crashed is well again only when its pod is ready. */
  static boolean isFailing(Pod pod) {
    return pod.containers().stream().anyMatch(Troubles::isFailing);
  }

  static boolean isFailing(Pod.ContainerState container) {
    return FAILING.contains(container.reason());
  }

  private boolean lasts(Pod pod, Instant now) {
    var first = since.get(pod.meta().uid());
    return first != null && Duration.between(first, now).compareTo(patience) >= 0;
  }
}
