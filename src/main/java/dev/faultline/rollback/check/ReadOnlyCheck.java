package dev.faultline.rollback.check;

/** May this context be written to at all, by the user's own settings? */
record ReadOnlyCheck() implements Check {

  @Override
  public String name() {
    return "context";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var cluster = context.plan().service().ref().cluster().name();
    if (context.safety().readOnly()) {
      return CheckOutcome.blocked(
          "The context %s is set to read-only: change that in the settings first."
              .formatted(cluster));
    }
    return CheckOutcome.passed(
        context.safety().protectedContext()
            ? "%s is protected: the service's name must be typed.".formatted(cluster)
            : "%s may be written to.".formatted(cluster));
  }
}
