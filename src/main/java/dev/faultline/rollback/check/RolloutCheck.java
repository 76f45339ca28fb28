package dev.faultline.rollback.check;

import dev.faultline.model.Kind;
import dev.faultline.model.Workload;

/** Is a rollout under way that this one would overtake? */
record RolloutCheck() implements Check {

  @Override
  public String name() {
    return "rollout";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    return context
        .workload()
        .map(workload -> judge(context, workload))
        .orElseGet(() -> CheckOutcome.notChecked("The workload is not known yet."));
  }

  private static CheckOutcome judge(CheckContext context, Workload workload) {
    if (workload.rollout().observedGeneration() < context.plan().live().generation()) {
      return CheckOutcome.warned(
          "The controller has not yet seen the last change: a rollout is about to begin.");
    }
    var replicas = workload.replicas();
    // An OnDelete workload waits for people, not for its controller.
    boolean waits = onDelete(workload);
    boolean under =
        replicas.updated() < replicas.wanted() || replicas.current() > replicas.wanted();
    if (!under || waits) {
      return CheckOutcome.passed("No rollout is under way.");
    }
    return CheckOutcome.warned(
        "A rollout to %s is under way (%d of %d pods updated, %d ready): it is given up."
            .formatted(
                context.plan().from().label(),
                replicas.updated(),
                replicas.wanted(),
                replicas.ready()));
  }

  private static boolean onDelete(Workload workload) {
    return !workload.ref().kind().equals(Kind.DEPLOYMENT)
        && workload
            .manifest()
            .read()
            .spec()
            .text("updateStrategy", "type")
            .filter("OnDelete"::equals)
            .isPresent();
  }
}
