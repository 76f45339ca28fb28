package dev.faultline.catalog.health;

import dev.faultline.model.ClusterState;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Pod;
import dev.faultline.model.Replicas;
import dev.faultline.model.Revision;
import dev.faultline.model.RolloutStatus;
import dev.faultline.model.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a judgement of a service's health rests on.
 *
 * @param workload empty for a pod on its own
 * @param revisions newest first
 * @param jobs of a CronJob or ScaledJob
 */
public record Patient(
    ClusterState state,
    ObjectMeta meta,
    Optional<Workload> workload,
    Replicas replicas,
    List<Revision> revisions,
    List<Pod> pods,
    List<Workload> jobs) {

  public Patient {
    revisions = List.copyOf(revisions);
    pods = List.copyOf(pods);
    jobs = List.copyOf(jobs);
  }

  Instant now() {
    return state.at();
  }

  RolloutStatus rollout() {
    return workload.map(Workload::rollout).orElse(RolloutStatus.NONE);
  }

  Optional<Revision> current() {
    return revisions.stream().filter(Revision::current).findFirst();
  }

  /** The pods that are not on their way out. */
  List<Pod> staying() {
    return pods.stream().filter(pod -> pod.meta().deleting().isEmpty()).toList();
  }
}
