package dev.faultline.rollback.check;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.Permission;

/** May we send the very verb to the very object? Asked of the cluster, not found out by trying. */
record PermissionCheck() implements Check {

  @Override
  public String name() {
    return "permission";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var ref = context.plan().service().ref();
    return switch (context.actions().mayI(Action.on("patch", ref))) {
      case Permission.Granted _ -> CheckOutcome.passed("You may patch " + ref.describe() + ".");
      case Permission.Denied denied ->
          CheckOutcome.blocked(
              "You may not patch %s: %s".formatted(ref.describe(), denied.reason()));
      case Permission.NotAnswered not ->
          CheckOutcome.notChecked(
              "Whether you may patch %s was not answered: %s"
                  .formatted(ref.describe(), not.reason()));
    };
  }
}
