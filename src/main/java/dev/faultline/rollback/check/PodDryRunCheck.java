package dev.faultline.rollback.check;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.rollback.plan.Strategy;
import java.util.Optional;

/**
 * Would the server take a pod of the target? The dry run of a Deployment exercises no pod
 * admission, no quota and no webhook on pods, so a pod made from the template is tried as well.
 */
record PodDryRunCheck() implements Check {

  @Override
  public String name() {
    return "server dry run of a pod";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var workload = context.plan().service().ref();
    var template =
        switch (context.plan().strategy()) {
          case Strategy.RestoreTemplate restore -> restore.template();
        };
    var pod = PodFromTemplate.of(context.plan().live(), template);
    var ref = PodFromTemplate.ref(workload, pod);
    if (context.actions().mayI(Action.on("create", workload.sibling(Kind.POD, "")))
        instanceof Permission.Denied denied) {
      return notPermitted(denied.reason());
    }
    return switch (context.actions().write(new Write.Create(ref, pod, true))) {
      case WriteResult.Accepted _ -> CheckOutcome.passed("The server would take a pod of it.");
      case WriteResult.Forbidden forbidden ->
          isForWantOfRights(forbidden.reason())
              ? notPermitted(forbidden.reason())
              : refused(context, forbidden.reason());
      case WriteResult.Invalid invalid -> refused(context, invalid.reason());
      case WriteResult.Conflict conflict ->
          CheckOutcome.notChecked("A pod could not be tried: " + conflict.reason());
      case WriteResult.Absent _ ->
          CheckOutcome.blocked("The namespace %s is gone.".formatted(workload.namespace()));
      case WriteResult.Failed failed ->
          CheckOutcome.notChecked("The server gave no answer: " + failed.reason());
    };
  }

  private static CheckOutcome notPermitted(String reason) {
    return CheckOutcome.notChecked(
        "You may not create pods, so none could be tried (the controller may): " + reason);
  }

  /** The authorizer's words; quota and admission answer with the same status. */
  private static boolean isForWantOfRights(String reason) {
    return reason.contains("cannot create resource");
  }

  private static CheckOutcome refused(CheckContext context, String reason) {
    if (reason.contains("exceeded quota")) {
      return replacesPods(context.plan().live())
          .map(
              how ->
                  CheckOutcome.warned(
                      "One more pod would exceed the quota, but %s: %s".formatted(how, reason)))
          .orElseGet(
              () ->
                  CheckOutcome.blocked(
                      "The rollout needs one pod more than there are now, and the quota refuses it:"
                          + " "
                          + reason));
    }
    return CheckOutcome.blocked("The server would refuse its pods: " + reason);
  }

  /** Whether pods go before their successors come, so that the quota is never exceeded. */
  private static Optional<String> replacesPods(Manifest workload) {
    var kind = workload.kind();
    if (!kind.equals(Kind.DEPLOYMENT)) {
      return Optional.of("a " + kind.name() + " takes a pod away before it makes the next");
    }
    var strategy = workload.spec().object("strategy");
    if (strategy.text("type").filter("Recreate"::equals).isPresent()) {
      return Optional.of("the strategy Recreate takes all pods away first");
    }
    var surge = strategy.text("rollingUpdate", "maxSurge").orElse("25%");
    return surge.equals("0") || surge.equals("0%")
        ? Optional.of("maxSurge 0 takes a pod away before it makes the next")
        : Optional.empty();
  }
}
