package dev.faultline.rollback.runs;

import dev.faultline.model.Health;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.watch.RollbackProgress;
import java.util.List;
import java.util.Optional;

/**
 * A running or ended rollback, for whoever looks on.
 *
 * @param progress the newest; empty before the change is sent
 * @param outcome once it is over
 * @param hurt who depended on it and was not well when it began, as they are now
 * @param share which part of the way lies behind, from 0 to 1
 */
public record RunStatus(
    RunSteps steps,
    Optional<RollbackProgress> progress,
    Optional<RollbackOutcome> outcome,
    List<PodSight> pods,
    List<Dependent> hurt,
    double share) {

  public RunStatus {
    pods = List.copyOf(pods);
    hurt = List.copyOf(hurt);
  }

  RunStatus with(List<PodSight> otherPods, List<Dependent> otherHurt) {
    return new RunStatus(steps, progress, outcome, otherPods, otherHurt, share);
  }

  /** Whether all who were hurt are well again; so too if nobody was. */
  public boolean isChainWell() {
    return hurt.stream().allMatch(one -> one.health().status() == Health.Status.HEALTHY);
  }

  public boolean isOver() {
    return outcome.isPresent();
  }
}
