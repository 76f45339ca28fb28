package dev.faultline.cli;

import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.model.Redaction;
import dev.faultline.rollback.watch.RollbackProgress;
import java.util.HashSet;
import java.util.Set;

/** Tells a rollback's progress line by line: only what is new, so that a log stays readable. */
final class ProgressLines {

  private final Terminal terminal;
  private final Set<String> toldEvents = new HashSet<>();
  private String told = "";

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  synchronized void show(RollbackProgress progress) {
    for (String event : progress.events()) {
      if (toldEvents.add(event)) {
        terminal.line(terminal.styled(Style.MUTED, "    " + Redaction.text(event)));
      }
    }
    String line = line(progress);
    if (!line.equals(told)) {
      told = line;
      terminal.line("  " + line);
    }
    terminal.out().flush();
  }

  private static String line(RollbackProgress progress) {
    return switch (progress.phase()) {
      case APPLYING, ENDED -> progress.sentence();
      case LINK_LOST -> "link lost: " + progress.sentence();
      case ROLLING_OUT, SETTLING ->
          "new %d of %d ready, old %d left; %s"
              .formatted(
                  progress.target().ready(),
                  progress.wanted(),
                  progress.old().total(),
                  progress.sentence());
    };
  }
}
