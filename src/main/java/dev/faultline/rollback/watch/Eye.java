package dev.faultline.rollback.watch;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.model.RolloutStatus;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.plan.RevisionPods;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at a state for a goal, and believes only what the cluster shows of the very change. Pure.
 *
 * <p>The rules are those of {@code kubectl rollout status} with pods, restarts and endpoints added;
 * the API's answer to the patch proves nothing.
 */
final class Eye {

  private Eye() {}

  static Sight look(Goal goal, ClusterState state) {
    var blind = blind(state, goal.workload().kind());
    if (blind.isPresent()) {
      return blind.get();
    }
    return state
        .find(goal.workload(), Workload.class)
        .map(workload -> look(goal, state, workload))
        .orElseGet(
            () -> new Sight.Superseded(goal.workload().describe() + " was deleted meanwhile"));
  }

  private static Sight look(Goal goal, ClusterState state, Workload workload) {
    var meta = workload.meta();
    if (!meta.uid().equals(goal.uid())) {
      return new Sight.Superseded(
          goal.workload().describe() + " was deleted and made anew meanwhile");
    }
    if (meta.generation() < goal.generation()) {
      return new Sight.Waiting("waiting for the change to be seen");
    }
    if (!workload.template().hash().equals(goal.template())) {
      return new Sight.Superseded(
          "somebody set another template meanwhile (generation %d)".formatted(meta.generation()));
    }
    if (workload.rollout().observedGeneration() < goal.generation()) {
      return new Sight.Waiting("waiting for the controller to see the change");
    }
    return switch (state.coverage(Kind.POD)) {
      case Coverage.Live _ -> pods(goal, state, workload);
      case Coverage.Stale _, Coverage.Loading _ ->
          blind(state, Kind.POD).orElseGet(() -> new Sight.Waiting("waiting for the pods"));
      case Coverage.Forbidden forbidden ->
          byStatus(goal, workload, "pods may not be read: " + forbidden.reason());
      case Coverage.NotServed _ -> byStatus(goal, workload, "pods are not known here");
    };
  }

  /** Where pods can't be read, the controller's word is all there is. */
  private static Sight byStatus(Goal goal, Workload workload, String why) {
    var replicas = workload.replicas();
    int wanted = replicas.wanted();
    boolean done =
        replicas.updated() >= wanted
            && replicas.available() >= wanted
            && replicas.current() <= wanted;
    if (done && wanted == 0) {
      return nothingWanted(goal);
    }
    return done
        ? new Sight.Unsure(
            "the controller says that %d of %d pods run %s, but %s"
                .formatted(replicas.available(), wanted, goal.to().label(), why))
        : new Sight.Waiting(
            "%d of %d pods updated, %d available, by the controller's word; %s"
                .formatted(replicas.updated(), wanted, replicas.available(), why));
  }

  private static Sight pods(Goal goal, ClusterState state, Workload workload) {
    var pods = RevisionPods.of(state, workload, goal.ids());
    int wanted = workload.replicas().wanted();
    long ready = pods.target().stream().filter(Pod::ready).count();
    var label = goal.to().labelBeside(goal.from());
    var count = "%d of %d pods of %s are ready".formatted(ready, wanted, label);
    if (ready == wanted && pods.target().size() == wanted && pods.others().isEmpty()) {
      return wanted == 0 ? nothingWanted(goal) : endpoints(goal, state, count);
    }
    var heldBack = heldBack(workload, pods, label);
    if (heldBack.isPresent()) {
      return heldBack.get();
    }
    var stuck = freshDeadline(goal, workload);
    if (stuck.isPresent()) {
      var notReady = pods.target().stream().filter(pod -> !pod.ready()).toList();
      return new Sight.Stuck("the rollout made no progress: " + stuck.get().message(), notReady);
    }
    return new Sight.Waiting(waitingFor(pods, count, workload));
  }

  /** Scaled to 0, or no node for a DaemonSet: all is as wanted, and it proves nothing. */
  private static Sight nothingWanted(Goal goal) {
    return new Sight.HeldBack(
        "no pod is wanted, so that none shows whether %s works"
            .formatted(goal.to().labelBeside(goal.from())));
  }

  private static String waitingFor(RevisionPods pods, String count, Workload workload) {
    if (workload.rollout().paused()) {
      return count + "; it was paused";
    }
    var old = pods.others();
    if (old.isEmpty()) {
      return count;
    }
    var names = names(old.stream().filter(pod -> !pod.ready()).toList());
    boolean ordered = workload.ref().kind().equals(Kind.STATEFUL_SET) && !names.isEmpty();
    return ordered
        ? count + "; stuck: delete " + names + ", the StatefulSet waits for it to be ready"
        : count + ", %d of other revisions are left".formatted(old.size());
  }

  /** OnDelete waits for people; a partition keeps the lower numbers where they are. */
  private static Optional<Sight> heldBack(Workload workload, RevisionPods pods, String label) {
    if (workload.ref().kind().equals(Kind.DEPLOYMENT) || pods.others().isEmpty()) {
      return Optional.empty();
    }
    var strategy = workload.manifest().read().spec().object("updateStrategy");
    if (strategy.text("type").filter("OnDelete"::equals).isPresent()) {
      return Optional.of(
          new Sight.HeldBack(
              "the update strategy is OnDelete: delete %s to bring %s back"
                  .formatted(names(pods.others()), label)));
    }
    long partition = strategy.number("rollingUpdate", "partition").orElse(0);
    boolean onlyBelow = pods.others().stream().allMatch(pod -> ordinal(pod) < partition);
    boolean restReady = pods.target().stream().allMatch(Pod::ready);
    return partition > 0 && onlyBelow && restReady
        ? Optional.of(
            new Sight.HeldBack(
                "the partition %d keeps %s as they are".formatted(partition, names(pods.others()))))
        : Optional.empty();
  }

  private static long ordinal(Pod pod) {
    var name = pod.ref().name();
    var number = name.substring(name.lastIndexOf('-') + 1);
    return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : Long.MAX_VALUE;
  }

  /** The condition of before the change stays until there is progress: it proves nothing. */
  private static Optional<RolloutStatus.Condition> freshDeadline(Goal goal, Workload workload) {
    return workload
        .rollout()
        .condition("Progressing")
        .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
        .filter(
            condition ->
                goal.oldDeadline()
                    .filter(old -> old.reason().equals(condition.reason()))
                    .filter(old -> old.lastUpdate().equals(condition.lastUpdate()))
                    .isEmpty());
  }

  private static Sight endpoints(Goal goal, ClusterState state, String count) {
    if (goal.fronts().isEmpty()) {
      return new Sight.Well(count, List.of());
    }
    if (!(state.coverage(Kind.ENDPOINT_SLICE) instanceof Coverage.Live)) {
      return new Sight.Well(count, List.of("endpoints could not be read and were not checked"));
    }
    var without =
        goal.fronts().stream()
            .filter(front -> Endpoints.of(state, front).noneMatch(Eye::isReady))
            .map(front -> front.name())
            .toList();
    return without.isEmpty()
        ? new Sight.Well(count, List.of())
        : new Sight.Waiting(
            "%s; waiting for endpoints of Service %s".formatted(count, String.join(", ", without)));
  }

  /** An endpoint that does not say counts as ready, by the API's own rule. */
  private static boolean isReady(JsonObject endpoint) {
    return endpoint.find("conditions", "ready").isEmpty() || endpoint.isTrue("conditions", "ready");
  }

  private static Optional<Sight> blind(ClusterState state, Kind kind) {
    return switch (state.coverage(kind)) {
      case Coverage.Live _ -> Optional.empty();
      case Coverage.Loading _ -> Optional.of(new Sight.Blind(kind.name() + "s are not known yet"));
      case Coverage.Stale stale ->
          Optional.of(
              new Sight.Blind(
                  "the link is lost since %s: %s".formatted(stale.since(), stale.reason())));
      case Coverage.Forbidden forbidden ->
          Optional.of(new Sight.Blind(kind.name() + "s may not be read: " + forbidden.reason()));
      case Coverage.NotServed _ ->
          Optional.of(new Sight.Blind(kind.name() + "s are not known here"));
    };
  }

  private static String names(List<Pod> pods) {
    return pods.stream()
        .map(pod -> pod.ref().name())
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(", "));
  }
}
