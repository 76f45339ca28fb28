package dev.faultline.model;

import java.util.List;
import java.util.Map;

/**
 * An object that makes pods from a template: Deployment, StatefulSet, DaemonSet, ReplicaSet, Job,
 * CronJob, ScaledJob. A ControllerRevision is one too, as it holds a template.
 *
 * @param revisionNumber the cluster's number of the revision, 0 if it has none
 * @param historyLimit how many old revisions the cluster keeps; -1 where that has no meaning
 */
public record Workload(
    ObjectMeta meta,
    Replicas replicas,
    RolloutStatus rollout,
    PodTemplate template,
    Map<String, String> selector,
    long revisionNumber,
    int historyLimit,
    CompactManifest manifest,
    List<Evidence> evidence)
    implements ClusterObject {

  public Workload {
    selector = Map.copyOf(selector);
    evidence = List.copyOf(evidence);
  }
}
