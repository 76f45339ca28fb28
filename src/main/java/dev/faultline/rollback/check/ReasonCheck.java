package dev.faultline.rollback.check;

/** Is there a reason? Whoever reads the history next has only that. */
record ReasonCheck() implements Check {

  static final String NAME = "reason";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var reason = context.plan().request().reason();
    return reason.isBlank()
        ? CheckOutcome.blocked("A rollback needs a reason: say why in a few words.")
        : CheckOutcome.passed("\"" + reason + "\"");
  }
}
