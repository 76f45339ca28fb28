package dev.faultline.cli.json;

import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.rollback.Preview;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.check.CheckOutcome;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.plan.KubectlCommand;
import java.util.List;
import java.util.Locale;

/** A rollback's preview and outcome as JSON. */
public final class RollbackJson {

  private RollbackJson() {}

  /** What would be done. */
  public static Fields preview(Preview preview) {
    return plan(Fields.document("rollback"), preview).put("outcome", "previewed");
  }

  /** What was done. */
  public static Fields outcome(Preview preview, RollbackOutcome outcome) {
    var fields =
        plan(Fields.document("rollback"), preview)
            .put("outcome", outcome.result().name().toLowerCase(Locale.ROOT))
            .put("sentence", outcome.sentence());
    return switch (outcome) {
      case RollbackOutcome.Verified verified ->
          fields.put("id", verified.journalId()).texts("notes", verified.notes());
      case RollbackOutcome.AppliedNotVerified not ->
          fields.put("id", not.journalId()).texts("notes", not.notes());
      case RollbackOutcome.Failed failed ->
          fields
              .put("id", failed.journalId())
              .texts("notes", failed.notes())
              .list(
                  "failingPods",
                  failed.pods(),
                  pod ->
                      new Fields()
                          .put("name", pod.name())
                          .put("container", pod.container())
                          .put("reason", pod.reason())
                          .put("restarts", pod.restarts())
                          .texts("logLines", pod.logLines()));
      case RollbackOutcome.Unknown unknown -> fields.put("id", unknown.journalId());
      case RollbackOutcome.Refused ignored -> fields;
    };
  }

  private static Fields plan(Fields fields, Preview preview) {
    var plan = preview.plan();
    fields
        .put("service", ServiceJson.ref(plan.service().ref()))
        .put("from", JournalJson.point(plan.from()))
        .put("to", JournalJson.point(plan.to()))
        .put("reason", plan.request().reason())
        .put("changeCause", plan.changeCause())
        .put("kubectl", KubectlCommand.of(plan).text())
        .list("checks", preview.checks(), RollbackJson::check);
    preview
        .wouldBe()
        .ifPresent(
            answer ->
                fields.list(
                    "changes",
                    ManifestDiff.compare(plan.live(), answer, DiffOptions.MEANINGFUL).changes(),
                    DiffJson::change));
    return fields;
  }

  private static Fields check(CheckResult check) {
    return new Fields()
        .put("name", check.name())
        .put("result", word(check.outcome()))
        .texts("evidence", List.copyOf(check.outcome().evidence()));
  }

  private static String word(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Passed ignored -> "passed";
      case CheckOutcome.Warned ignored -> "warned";
      case CheckOutcome.Blocked ignored -> "blocked";
      case CheckOutcome.NotChecked ignored -> "notChecked";
    };
  }
}
