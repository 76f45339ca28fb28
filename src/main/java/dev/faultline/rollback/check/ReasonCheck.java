package dev.faultline.rollback.check;

/** Is there a reason? Whoever reads the history next has only that. */
record ReasonCheck() implements Check {

  @Override
  public String name() {
    return "reason";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var reason = context.plan().request().reason();
    return reason.isBlank()
        ? CheckOutcome.blocked("A rollback needs a reason: say why in a few words.")
        : CheckOutcome.passed("\"" + reason + "\"");
  }
}
