package dev.faultline.rollback.watch;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Manifest;
import dev.faultline.model.Pod;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RolloutStatus;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RevisionPods;
import dev.faultline.rollback.plan.RevisionPoint;
import dev.faultline.rollback.plan.RollbackPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be seen before a change counts as done, and what was so before it and so proves
 * nothing.
 *
 * @param generation the object's, with the change
 * @param template the identity of the template the server made of it
 * @param ids all identities the target is known by
 * @param fronts the Kubernetes Services in front of it
 * @param restarts of every container that ran before, by pod UID and container
 * @param oldDeadline the Progressing condition of before, which may be a failure long past
 * @param oldEvents events of before, with their counts
 */
public record Goal(
    ResourceRef workload,
    String uid,
    long generation,
    String template,
    Set<String> ids,
    RevisionPoint from,
    RevisionPoint to,
    List<ResourceRef> fronts,
    Map<String, Integer> restarts,
    Optional<RolloutStatus.Condition> oldDeadline,
    Map<ResourceRef, Integer> oldEvents,
    Instant appliedAt,
    Duration settling,
    Duration timeout) {

  public Goal {
    ids = Set.copyOf(ids);
    fronts = List.copyOf(fronts);
    restarts = Map.copyOf(restarts);
    oldEvents = Map.copyOf(oldEvents);
  }

  /**
   * The goal of an applied plan.
   *
   * @param applied the object as the server answered it
   * @param before the state just before it was sent
   */
  public static Goal of(RollbackPlan plan, Manifest applied, ClusterState before, Instant now) {
    var ref = plan.service().ref();
    var template = TemplateReader.hash(applied.podTemplate());
    var workload = before.find(ref, Workload.class);
    return new Goal(
        ref,
        applied.uid(),
        applied.generation(),
        template,
        Stream.of(template, plan.target().id()).collect(Collectors.toSet()),
        plan.from(),
        plan.to(),
        plan.service().fronts(),
        workload.map(known -> restarts(before, known)).orElse(Map.of()),
        progressing(Intake.read(ref.cluster(), applied))
            .or(() -> workload.flatMap(Goal::progressing)),
        NewEvents.counts(before, ref),
        now,
        plan.request().options().settling(),
        plan.request().options().timeout());
  }

  /** The server's answer still has the status of before, and is newer than any state of ours. */
  private static Optional<RolloutStatus.Condition> progressing(ClusterObject object) {
    return object instanceof Workload workload
        ? workload.rollout().condition("Progressing")
        : Optional.empty();
  }

  private static Map<String, Integer> restarts(ClusterState state, Workload workload) {
    var restarts = new HashMap<String, Integer>();
    RevisionPods.of(state, workload, Set.of())
        .all()
        .forEach(
            pod ->
                pod.containers()
                    .forEach(container -> restarts.put(key(pod, container), container.restarts())));
    return restarts;
  }

  static String key(Pod pod, Pod.ContainerState container) {
    return pod.meta().uid() + "/" + container.name();
  }

  /** How often the container restarted since the change. */
  int restartsSince(Pod pod, Pod.ContainerState container) {
    return Math.max(0, container.restarts() - restarts.getOrDefault(key(pod, container), 0));
  }

  int restartsSince(Pod pod) {
    return pod.containers().stream().mapToInt(container -> restartsSince(pod, container)).sum();
  }

  Instant deadline() {
    return appliedAt.plus(timeout);
  }
}
