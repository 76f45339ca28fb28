package dev.faultline.rollback.journal;

import java.util.List;
import java.util.Optional;

/** One rollback as the journal tells it: what was meant, and what came of it. */
public record JournalEntry(Intent intent, List<Step> steps) {

  public JournalEntry {
    steps = List.copyOf(steps);
  }

  public String id() {
    return intent.id();
  }

  /** The cluster's acceptance, if it was learnt. */
  public Optional<Step.Applied> applied() {
    return steps.stream()
        .filter(Step.Applied.class::isInstance)
        .map(Step.Applied.class::cast)
        .findFirst();
  }

  /** How it ended, as known last; empty while it runs or if it was interrupted. */
  public Optional<Step.Ended> ended() {
    return steps.stream()
        .filter(Step.Ended.class::isInstance)
        .map(Step.Ended.class::cast)
        .reduce((earlier, later) -> later);
  }

  /** Whether it is known what became of it. */
  public boolean isSettled() {
    return ended().filter(end -> end.result() != Step.Result.UNKNOWN).isPresent();
  }

  /** Whether the cluster was changed, as far as is known. */
  public boolean changedTheCluster() {
    return applied().isPresent()
        || ended()
            .map(Step.Ended::result)
            .filter(result -> result != Step.Result.REFUSED && result != Step.Result.UNKNOWN)
            .isPresent();
  }
}
