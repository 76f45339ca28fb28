package dev.faultline.rollback.watch;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RevisionPods;
import dev.faultline.rollback.watch.RollbackProgress.Phase;
import dev.faultline.rollback.watch.RollbackProgress.PodCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a watch: since when all is well, and how often pods restarted. One thread at a
 * time; it asks nobody and knows the time only from its caller.
 */
final class Watch {

  private final Goal goal;
  private final Troubles troubles;
  private Optional<Instant> wellSince = Optional.empty();

  /** What has been so since then; time in which less could be seen does not count for more. */
  private Class<? extends Sight> wellAs = Sight.Waiting.class;

  private int restarts;

  Watch(Goal goal) {
    this.goal = goal;
    this.troubles = new Troubles(goal);
  }

  /** What was learnt from one look. */
  record Look(RollbackProgress progress, Optional<WatchResult> result) {}

  Look look(ClusterState state, Instant now) {
    var sight = Eye.look(goal, state);
    var result = judge(sight, state, now);
    return new Look(progress(sight, state, now, result), result);
  }

  private Optional<WatchResult> judge(Sight sight, ClusterState state, Instant now) {
    boolean restarted = restartedSinceLastLook(state, sight);
    boolean settled =
        sight instanceof Sight.Well
            || sight instanceof Sight.Unsure
            || sight instanceof Sight.HeldBack;
    if (!settled) {
      wellSince = Optional.empty();
    } else if (restarted || wellSince.isEmpty() || wellAs != sight.getClass()) {
      wellSince = Optional.of(now);
    }
    wellAs = sight.getClass();
    return ended(sight, state, now).or(() -> timedOut(sight, now));
  }

  private Optional<WatchResult> ended(Sight sight, ClusterState state, Instant now) {
    boolean longEnough =
        wellSince
            .filter(since -> Duration.between(since, now).compareTo(goal.settling()) >= 0)
            .isPresent();
    return switch (sight) {
      case Sight.Superseded superseded ->
          notVerified(WatchResult.Why.SUPERSEDED, superseded.sentence());
      case Sight.Stuck stuck -> Optional.of(new WatchResult.Failed(stuck.sentence(), stuck.pods()));
      case Sight.Well well when longEnough ->
          Optional.of(
              new WatchResult.Verified(
                  "%s, without a restart for %s".formatted(well.sentence(), words(goal.settling())),
                  well.notes()));
      case Sight.Unsure unsure when longEnough ->
          notVerified(WatchResult.Why.NOT_PERMITTED, unsure.sentence());
      case Sight.HeldBack held when longEnough ->
          notVerified(WatchResult.Why.HELD_BACK, held.sentence());
      case Sight.Blind _ -> Optional.empty();
      case Sight.Well _, Sight.Unsure _, Sight.HeldBack _, Sight.Waiting _ -> failing(state, now);
    };
  }

  private Optional<WatchResult> failing(ClusterState state, Instant now) {
    var pods = troubles.lasting(state, now);
    return pods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WatchResult.Failed(
                "%d %s of %s %s not come up"
                    .formatted(
                        pods.size(),
                        pods.size() == 1 ? "pod" : "pods",
                        goal.to().labelBeside(goal.from()),
                        pods.size() == 1 ? "does" : "do"),
                pods));
  }

  private Optional<WatchResult> timedOut(Sight sight, Instant now) {
    if (now.isBefore(goal.deadline())) {
      return Optional.empty();
    }
    var why = sight instanceof Sight.Blind ? WatchResult.Why.LINK_LOST : WatchResult.Why.TIMEOUT;
    return notVerified(why, "after %s: %s".formatted(words(goal.timeout()), sight.sentence()));
  }

  private static Optional<WatchResult> notVerified(WatchResult.Why why, String sentence) {
    return Optional.of(new WatchResult.NotVerified(why, sentence));
  }

  /** A blind look shows old numbers, or none: it neither counts nor forgets. */
  private boolean restartedSinceLastLook(ClusterState state, Sight sight) {
    if (sight instanceof Sight.Blind) {
      return false;
    }
    int now =
        pods(state)
            .map(pods -> pods.target().stream().mapToInt(goal::restartsSince).sum())
            .orElse(0);
    boolean more = now > restarts;
    restarts = now;
    return more;
  }

  private Optional<RevisionPods> pods(ClusterState state) {
    return state
        .find(goal.workload(), Workload.class)
        .map(workload -> RevisionPods.of(state, workload, goal.ids()));
  }

  private RollbackProgress progress(
      Sight sight, ClusterState state, Instant now, Optional<WatchResult> result) {
    var pods = pods(state);
    var phase =
        result.isPresent()
            ? Phase.ENDED
            : sight instanceof Sight.Blind
                ? Phase.LINK_LOST
                : wellSince.isPresent() ? Phase.SETTLING : Phase.ROLLING_OUT;
    var left = Duration.between(now, goal.deadline());
    return new RollbackProgress(
        phase,
        now,
        result.map(WatchResult::sentence).orElseGet(sight::sentence),
        count(pods.map(RevisionPods::target).orElse(List.of())),
        count(pods.map(RevisionPods::others).orElse(List.of())),
        state
            .find(goal.workload(), Workload.class)
            .map(workload -> workload.replicas().wanted())
            .orElse(0),
        NewEvents.since(state, goal),
        left.isNegative() ? Duration.ZERO : left);
  }

  private static PodCount count(List<Pod> pods) {
    return new PodCount((int) pods.stream().filter(Pod::ready).count(), pods.size());
  }

  static String words(Duration duration) {
    return duration.toSeconds() % 60 == 0 && duration.toMinutes() > 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }
}
