package dev.faultline.rollback.check;

import dev.faultline.rollback.plan.Strategy;

/** Is the revision still there, and is it anything else than what runs now? */
record TargetCheck() implements Check {

  @Override
  public String name() {
    return "target";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var plan = context.plan();
    var label = plan.to().labelBeside(plan.from());
    if (context.state().find(plan.target().heldBy()).isEmpty()) {
      return CheckOutcome.blocked(
          "%s is no longer held by the cluster: choose another version.".formatted(label));
    }
    int changes =
        switch (plan.strategy()) {
          case Strategy.RestoreTemplate restore -> restore.changes().size();
        };
    if (changes == 0) {
      return CheckOutcome.blocked(
          "%s runs already: nothing would change.".formatted(plan.to().label()));
    }
    return CheckOutcome.passed(
        "%s is held by %s; %s."
            .formatted(
                label,
                plan.target().heldBy().describe(),
                changes == 1 ? "1 field differs" : changes + " fields differ"));
  }
}
