package dev.faultline.rollback.runs;

import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.rollback.watch.RollbackProgress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a rollback is, step by step, with the times at which each was reached.
 *
 * @param applied when the server was seen to have the change
 * @param ready since when all pods are ready without a break
 * @param ended when it was over
 */
public record RunSteps(
    Instant begun, Optional<Instant> applied, Optional<Instant> ready, Optional<Instant> ended) {

  public static RunSteps begun(Instant now) {
    return new RunSteps(now, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With what a look at the cluster showed; of a lost link nothing is concluded. */
  RunSteps after(RollbackProgress progress) {
    var at = Optional.of(progress.at());
    return switch (progress.phase()) {
      case APPLYING -> this;
      case LINK_LOST -> new RunSteps(begun, applied.or(() -> at), ready, ended);
      case ROLLING_OUT -> new RunSteps(begun, applied.or(() -> at), Optional.empty(), ended);
      case SETTLING -> new RunSteps(begun, applied.or(() -> at), ready.or(() -> at), ended);
      case ENDED -> new RunSteps(begun, applied.or(() -> at), ready, at);
    };
  }

  /** With its end. */
  RunSteps after(RollbackOutcome outcome, Instant now) {
    var end = ended.or(() -> Optional.of(now));
    return switch (outcome) {
      case RollbackOutcome.Verified _ ->
          new RunSteps(begun, applied.or(() -> end), ready.or(() -> end), end);
      case RollbackOutcome.AppliedNotVerified _, RollbackOutcome.Failed _ ->
          new RunSteps(begun, applied.or(() -> end), ready, end);
      case RollbackOutcome.Unknown _, RollbackOutcome.Refused _ ->
          new RunSteps(begun, applied, ready, end);
    };
  }

  /**
   * Which part of the way lies behind, from 0 to 1: for a bar that only ever tells roughly.
   *
   * @param settling how long all must stay well
   */
  double share(RollbackProgress now, Duration settling) {
    if (ended.isPresent()) {
      return 1;
    }
    if (applied.isEmpty()) {
      return 0.05;
    }
    if (now.phase() == Phase.SETTLING && ready.isPresent()) {
      double settled = Duration.between(ready.get(), now.at()).toMillis();
      return 0.7 + 0.3 * Math.clamp(settled / Math.max(1, settling.toMillis()), 0, 1);
    }
    double rolledOut = now.wanted() == 0 ? 1 : (double) now.target().ready() / now.wanted();
    return Math.min(0.7, 0.15 + 0.55 * Math.clamp(rolledOut, 0, 1));
  }
}
