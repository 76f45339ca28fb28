package dev.faultline.rollback.check;

import dev.faultline.model.Kind;

/** Does the controller replace all pods by itself? */
record UpdateStrategyCheck() implements Check {

  @Override
  public String name() {
    return "update strategy";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var live = context.plan().live();
    var field = live.kind().equals(Kind.DEPLOYMENT) ? "strategy" : "updateStrategy";
    var type = live.spec().text(field, "type").orElse("RollingUpdate");
    if (type.equals("OnDelete")) {
      return CheckOutcome.warned(
          "The update strategy is OnDelete: each pod goes back only when somebody deletes it.");
    }
    if (type.equals("Recreate")) {
      return CheckOutcome.warned(
          "The strategy is Recreate: all pods stop before the first of the target starts.");
    }
    long partition = live.spec().number(field, "rollingUpdate", "partition").orElse(0);
    if (partition > 0) {
      return CheckOutcome.warned(
          "The partition is %d: pods with a lower number stay as they are.".formatted(partition));
    }
    return CheckOutcome.passed("The controller replaces the pods by itself.");
  }
}
