package dev.faultline.rollback.check;

import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.Manifest;
import dev.faultline.rollback.patch.JsonDiff;
import dev.faultline.rollback.plan.Strategy;
import java.util.List;

/** Does the server take the patch, with all its validation and admission webhooks? */
record DryRunCheck() implements Check {

  @Override
  public String name() {
    return "server dry run";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    return switch (context.dryRun()) {
      case WriteResult.Accepted accepted -> compare(context, accepted.answer());
      case WriteResult.Invalid invalid -> refused(invalid.reason());
      case WriteResult.Forbidden forbidden -> refused(forbidden.reason());
      case WriteResult.Absent _ ->
          CheckOutcome.blocked(context.plan().service().ref().describe() + " is gone.");
      case WriteResult.Conflict _ ->
          CheckOutcome.notChecked("The object changed with every try, so it could not be tried.");
      case WriteResult.Failed failed ->
          CheckOutcome.notChecked("The server gave no answer: " + failed.reason());
    };
  }

  private static CheckOutcome refused(String reason) {
    return CheckOutcome.blocked("The server would refuse it: " + reason);
  }

  /** Webhooks and defaults may make something else of it than was asked for. */
  private static CheckOutcome compare(CheckContext context, Manifest answer) {
    var wanted =
        switch (context.plan().strategy()) {
          case Strategy.RestoreTemplate restore -> restore.template();
        };
    var got = TemplateReader.plain(answer.podTemplate());
    if (TemplateReader.hash(wanted).equals(TemplateReader.hash(got))) {
      return CheckOutcome.passed("The server takes the patch and makes of it what was asked for.");
    }
    var places = JsonDiff.between(List.of("spec", "template"), wanted, got);
    return CheckOutcome.warned(
        "The server takes the patch, but sets %s itself: a new revision would come of it."
            .formatted(
                String.join(", ", places.stream().map(op -> op.pointer()).limit(5).toList())));
  }
}
