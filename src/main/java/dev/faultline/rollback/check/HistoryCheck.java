package dev.faultline.rollback.check;

import dev.faultline.model.Revision;
import dev.faultline.rollback.plan.RevisionPoint;
import java.util.Comparator;

/** Which revision does the history limit take next, and is there a way back from the rollback? */
record HistoryCheck() implements Check {

  private static final int DEFAULT_LIMIT = 10;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var plan = context.plan();
    long limit = plan.live().spec().number("revisionHistoryLimit").orElse(DEFAULT_LIMIT);
    if (limit == 0) {
      return CheckOutcome.warned(
          "revisionHistoryLimit is 0: %s is removed once the rollback is done, so it can't be undone."
              .formatted(plan.from().label()));
    }
    var old =
        plan.service().revisions().stream()
            .filter(revision -> !revision.current())
            .filter(revision -> !revision.id().equals(plan.target().id()))
            .sorted(Comparator.comparingLong(Revision::number))
            .toList();
    // What runs now becomes an old revision as well.
    long kept = old.size() + 1L;
    if (kept < limit || old.isEmpty()) {
      return CheckOutcome.passed(
          "%d of %d old revisions are kept; none expires at the next release."
              .formatted(kept, limit));
    }
    return CheckOutcome.passed(
        "%d of %d old revisions are kept; at the next release %s expires."
            .formatted(kept, limit, RevisionPoint.of(old.getFirst()).label()));
  }
}
