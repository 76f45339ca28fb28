package dev.faultline.cli;

import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.RollbackJson;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.rollback.Confirmation;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.Preview;
import dev.faultline.rollback.Refusal;
import dev.faultline.rollback.Rollback;
import dev.faultline.rollback.RollbackOutcome;

/** Shows what a rollback would do, asks, does it, and tells how it ended. */
final class RollbackDialogue {

  private final Toolbox tools;
  private final Terminal terminal;
  private final LinkedCluster cluster;
  private final RollbackOptions options;
  private final boolean json;

  RollbackDialogue(Toolbox tools, LinkedCluster cluster, RollbackOptions options, boolean json) {
    this.tools = tools;
    this.terminal = tools.terminal();
    this.cluster = cluster;
    this.options = options;
    this.json = json;
  }

  /** From the preview to the end; the result is the exit code. */
  int carryOut(Preparation preparation) {
    return switch (preparation) {
      case Preparation.Impossible impossible -> throw CliFailure.failed(impossible.reason() + ".");
      case Preparation.Ready ready -> carryOut(ready.rollback());
    };
  }

  private int carryOut(Rollback rollback) {
    var preview = rollback.preview();
    if (!json) {
      new PreviewPage(tools, cluster, preview).print();
    }
    if (!preview.blocking().isEmpty()) {
      return blocked(preview);
    }
    if (options.dryRun()) {
      if (json) {
        print(RollbackJson.preview(preview));
      } else {
        terminal.line("Dry run: nothing was changed.");
      }
      return ExitCode.DONE;
    }
    return switch (rollback.confirm(answer(preview))) {
      case Confirmation.Refused refused ->
          throw CliFailure.failed(refused.refusal().sentence() + "; nothing was changed.");
      case Confirmation.Confirmed() -> run(rollback);
    };
  }

  private int blocked(Preview preview) {
    if (json) {
      print(RollbackJson.preview(preview));
    }
    int count = preview.blocking().size();
    throw CliFailure.failed(
        "refused: "
            + (count == 1 ? "one check forbids it" : count + " checks forbid it")
            + "; nothing was changed. "
            + new Refusal.Blocked(preview.blocking()).sentence()
            + "."
            + (preview.mayBreakGlass() ? " Breaking the glass is --break-glass." : ""));
  }

  /** What somebody typed; a plain yes where no name is wanted. */
  private String answer(Preview preview) {
    var wanted = preview.confirmationName();
    if (wanted.isPresent()) {
      if (!options.confirmation().isEmpty()) {
        return options.confirmation();
      }
      if (options.yes() || json) {
        throw CliFailure.failed(
            cluster.source().cluster()
                + " is a protected context: --yes is not enough, add --confirm "
                + wanted.get()
                + "; nothing was changed.");
      }
      return terminal
          .ask("This context is protected. Type the service's name to confirm:")
          .orElse("");
    }
    if (!options.yes() && !agreed(preview)) {
      throw CliFailure.failed("not confirmed; nothing was changed.");
    }
    return "";
  }

  private boolean agreed(Preview preview) {
    if (json) {
      throw CliFailure.noSuchThing("with -o json nobody can be asked: add --yes or --dry-run.");
    }
    return terminal
        .ask(preview.plan().title() + "? [y/N]")
        .filter(text -> text.equalsIgnoreCase("y") || text.equalsIgnoreCase("yes"))
        .isPresent();
  }

  private int run(Rollback rollback) {
    var lines = new ProgressLines(terminal);
    var listening = json ? rollback.subscribe(progress -> {}) : rollback.subscribe(lines::show);
    try (listening) {
      var outcome = rollback.run();
      if (json) {
        print(RollbackJson.outcome(rollback.preview(), outcome));
      } else {
        tell(outcome);
      }
      return outcome instanceof RollbackOutcome.Verified ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private void tell(RollbackOutcome outcome) {
    switch (outcome) {
      case RollbackOutcome.Verified verified -> {
        terminal.line(terminal.styled(Style.OK, "Verified: ") + verified.sentence() + ".");
        verified.notes().forEach(note -> terminal.line("  " + note));
        undoHint(verified.journalId());
      }
      case RollbackOutcome.AppliedNotVerified not -> {
        terminal.line(terminal.styled(Style.WARN, "Not verified: ") + not.sentence() + ".");
        not.notes().forEach(note -> terminal.line("  " + note));
        undoHint(not.journalId());
      }
      case RollbackOutcome.Failed failed -> {
        terminal.line(terminal.styled(Style.FAIL, "Failed: ") + failed.sentence() + ".");
        failed
            .pods()
            .forEach(
                pod -> {
                  terminal.line("  " + pod.describe());
                  pod.logLines().forEach(line -> terminal.line("    | " + line));
                });
        failed.notes().forEach(note -> terminal.line("  " + note));
        undoHint(failed.journalId());
      }
      case RollbackOutcome.Unknown unknown ->
          throw CliFailure.failed(unknown.sentence() + " (" + unknown.journalId() + ").");
      case RollbackOutcome.Refused refused ->
          throw CliFailure.failed(refused.sentence() + "; nothing was changed.");
    }
  }

  private void undoHint(String id) {
    String where =
        cluster.safety().demo() ? " --demo" : " --context " + cluster.source().cluster().name();
    terminal.line("Undo it with: faultline undo " + id + where);
  }

  private void print(Fields document) {
    terminal.out().println(JsonCodec.writePretty(document.build()));
  }
}
