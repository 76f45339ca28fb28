package dev.faultline.ui.rollback;

import dev.faultline.model.Redaction;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.rollback.JournalRow.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the journal into rows. */
final class JournalWords {

  private final ScreenTools tools;
  private final RollbackRuns runs;

  JournalWords(ScreenTools tools, RollbackRuns runs) {
    this.tools = tools;
    this.runs = runs;
  }

  /** The newest first. */
  List<JournalRow> rows(Journal.Contents contents) {
    return contents.entries().reversed().stream().map(entry -> row(contents, entry)).toList();
  }

  private JournalRow row(Journal.Contents contents, JournalEntry entry) {
    var intent = entry.intent();
    var run = running(entry.id());
    var end = run.isPresent() ? End.RUNNING : end(entry);
    return new JournalRow(
        entry.id(),
        intent.time(),
        Ages.utcWithAge(Optional.of(intent.time()), tools.clock().instant()),
        intent.object(),
        intent.from().labelBeside(intent.to()) + " → " + intent.to().labelBeside(intent.from()),
        intent.user(),
        Redaction.text(intent.reason()),
        end,
        words(end),
        obstacle(contents, entry, end),
        run.isPresent() ? OptionalLong.of(run.get().id()) : OptionalLong.empty(),
        details(entry, end));
  }

  private Optional<RollbackRun> running(String id) {
    return runs.all().stream()
        .filter(run -> run.journalId().filter(id::equals).isPresent())
        .filter(run -> !run.status().isOver())
        .findFirst();
  }

  private static End end(JournalEntry entry) {
    return entry
        .ended()
        .map(
            ended ->
                switch (ended.result()) {
                  case VERIFIED -> End.VERIFIED;
                  case NOT_VERIFIED -> End.NOT_VERIFIED;
                  case FAILED -> End.FAILED;
                  case REFUSED -> End.REFUSED;
                  case UNKNOWN -> End.UNKNOWN;
                })
        .orElse(End.OPEN);
  }

  private String words(End end) {
    return switch (end) {
      case VERIFIED -> tools.say("journal.verified");
      case NOT_VERIFIED -> tools.say("journal.not-verified");
      case FAILED -> tools.say("journal.failed");
      case REFUSED -> tools.say("journal.refused");
      case UNKNOWN -> tools.say("journal.unknown");
      case RUNNING -> tools.say("journal.running");
      case OPEN -> tools.say("journal.open");
    };
  }

  private String obstacle(Journal.Contents contents, JournalEntry entry, End end) {
    if (end == End.REFUSED) {
      return tools.say("journal.nothing-to-undo");
    }
    var undoer = contents.undoer(entry);
    if (undoer.isPresent()) {
      return tools.say("journal.undone-by", Ages.utc(undoer.get().intent().time()));
    }
    return runs.picture(entry.intent().object()).isEmpty()
        ? tools.say("journal.not-linked", entry.intent().object().cluster().name())
        : "";
  }

  private List<String> details(JournalEntry entry, End end) {
    var intent = entry.intent();
    var lines = new ArrayList<String>();
    lines.add(tools.say("journal.detail-begun", Ages.utc(intent.time()), intent.user()));
    lines.add(tools.say("journal.detail-reason", Redaction.text(intent.reason())));
    intent.undoOf().ifPresent(id -> lines.add(tools.say("journal.detail-undoes", id)));
    intent
        .changes()
        .forEach(
            change ->
                lines.add(
                    tools.say(
                        "journal.detail-change",
                        change.op(),
                        change.pointer()
                            + change
                                .value()
                                .map(value -> " = " + Redaction.text(value))
                                .orElse(""))));
    for (Step step : entry.steps()) {
      lines.add(
          tools.say(
              "journal.detail-step", Ages.utc(step.time()), ProgressWords.clause(step.sentence())));
    }
    if (end == End.OPEN) {
      lines.add(tools.say("journal.detail-open"));
    }
    lines.add(tools.say("journal.detail-id", entry.id()));
    return lines;
  }
}
