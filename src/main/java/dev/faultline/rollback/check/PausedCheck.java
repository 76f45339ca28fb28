package dev.faultline.rollback.check;

/** Would the controller act on the change at all? */
record PausedCheck() implements Check {

  @Override
  public String name() {
    return "paused";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var ref = context.plan().service().ref();
    if (!context.plan().live().spec().isTrue("paused")) {
      return CheckOutcome.passed("It is not paused.");
    }
    return CheckOutcome.blocked(
        "%s is paused, so nothing would be rolled out: resume it first (kubectl -n %s rollout resume deployment/%s)."
            .formatted(ref.describe(), ref.namespace(), ref.name()));
  }
}
