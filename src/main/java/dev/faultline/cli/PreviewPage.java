package dev.faultline.cli;

import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.WriteResult;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.model.Redaction;
import dev.faultline.rollback.Preview;
import dev.faultline.rollback.check.CheckOutcome;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.plan.KubectlCommand;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What must be seen before saying yes, in this order: where, from what to what, the difference, the
 * checks, who is affected, the reason.
 */
final class PreviewPage {

  /** Enough to reach whoever an engineer would have to tell. */
  private static final int DEPTH = 5;

  private final Toolbox tools;
  private final Terminal terminal;
  private final LinkedCluster cluster;
  private final Preview preview;

  PreviewPage(Toolbox tools, LinkedCluster cluster, Preview preview) {
    this.tools = tools;
    this.terminal = tools.terminal();
    this.cluster = cluster;
    this.preview = preview;
  }

  void print() {
    ServiceText.demoMark(terminal, cluster);
    var plan = preview.plan();
    terminal.line(terminal.styled(Style.STRONG, plan.title()));
    fact(
        "Cluster",
        cluster.source().cluster() + (cluster.safety().protectedContext() ? " (protected)" : ""));
    fact("Service", plan.service().ref().describe());
    fact(
        "Version", plan.from().labelBeside(plan.to()) + " → " + plan.to().labelBeside(plan.from()));
    difference();
    checks();
    affected();
    fact("Reason", plan.request().reason());
    fact("Cause", Redaction.text(plan.changeCause()));
    fact("As kubectl", KubectlCommand.of(plan).text());
    terminal.line("");
  }

  private void fact(String name, String value) {
    terminal.line(terminal.styled(Style.MUTED, String.format("%-11s", name)) + " " + value);
  }

  /** Live state against what the server's dry run answered; without an answer, against the plan. */
  private void difference() {
    terminal.line("");
    terminal.line(terminal.styled(Style.STRONG, "What changes (live → the server's dry run)"));
    preview
        .wouldBe()
        .ifPresentOrElse(
            answer -> {
              var diff =
                  ManifestDiff.compare(preview.plan().live(), answer, DiffOptions.MEANINGFUL);
              DiffVerb.changes(terminal, diff);
            },
            () -> terminal.line("  not known: " + refusal(preview.dryRun())));
  }

  private static String refusal(WriteResult result) {
    return switch (result) {
      case WriteResult.Accepted ignored -> "";
      case WriteResult.Conflict conflict -> conflict.reason();
      case WriteResult.Forbidden forbidden -> forbidden.reason();
      case WriteResult.Invalid invalid -> invalid.reason();
      case WriteResult.Absent() -> "there is no such object";
      case WriteResult.Failed failed -> failed.reason();
    };
  }

  private void checks() {
    terminal.line("");
    var table = new TextTable(terminal, List.of("CHECK", "RESULT", "EVIDENCE"));
    preview.checks().forEach(check -> table.row(row(check)));
    table.print();
    terminal.line("");
  }

  private static List<Cell> row(CheckResult check) {
    return List.of(
        Cell.of(check.name()),
        result(check.outcome()),
        Cell.of(Redaction.text(check.outcome().text())));
  }

  private static Cell result(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Passed ignored -> new Cell("passed", Style.OK);
      case CheckOutcome.Warned ignored -> new Cell("warning", Style.WARN);
      case CheckOutcome.Blocked ignored -> new Cell("blocked", Style.FAIL);
      case CheckOutcome.NotChecked ignored -> new Cell("not checked", Style.MUTED);
    };
  }

  private void affected() {
    var graph = MendedOptions.bySettings(tools, cluster);
    String names =
        graph.dependentsOf(preview.plan().service().ref(), DEPTH).stream()
            .map(reached -> reached.ref().path())
            .distinct()
            .collect(Collectors.joining(", "));
    fact("Affected", names.isEmpty() ? "nothing is known to depend on it" : names);
  }
}
