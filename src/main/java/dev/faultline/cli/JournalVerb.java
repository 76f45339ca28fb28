package dev.faultline.cli;

import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.JournalJson;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.rollback.journal.ChangeNote;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.text.Ages;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journal}: what was taken back from here, by whom, why, and what came of it. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    header = "List the rollbacks done from here, and what came of each.")
final class JournalVerb implements Callable<Integer> {

  private final Journal journal;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      defaultValue = "",
      description = "Only this entry, step by step.")
  private String id = "";

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Only what was done on this context; repeat it for several.")
  private List<String> contexts = List.of();

  @Option(names = "--demo", description = "Only what was done on the demo.")
  private boolean demo;

  @Mixin private final OutputOptions output = new OutputOptions();

  JournalVerb(Toolbox tools) {
    this.journal = tools.journal();
    this.terminal = tools.terminal();
  }

  @Override
  public Integer call() {
    var contents = journal.read();
    contents.problems().forEach(problem -> terminal.complain("faultline: " + problem + "."));
    var entries =
        id.isEmpty() ? contents.entries().stream().filter(this::chosen).toList() : List.of(only());
    if (output.json()) {
      var document = Fields.document("journal").list("entries", entries, JournalJson::entry);
      terminal.out().println(JsonCodec.writePretty(document.build()));
    } else if (id.isEmpty()) {
      list(entries);
    } else {
      entries.forEach(this::details);
    }
    return ExitCode.DONE;
  }

  private boolean chosen(JournalEntry entry) {
    var cluster = entry.intent().object().cluster().name();
    return (!demo && contexts.isEmpty())
        || (demo && cluster.equals("demo"))
        || contexts.contains(cluster);
  }

  private JournalEntry only() {
    return journal
        .find(id)
        .orElseThrow(
            () ->
                CliFailure.noSuchThing(
                    "the journal has no entry '" + id + "'; 'faultline journal' lists them."));
  }

  private void list(List<JournalEntry> entries) {
    var table =
        new TextTable(
            terminal, List.of("ID", "TIME", "CLUSTER", "CHANGE", "OUTCOME", "BY", "REASON"));
    entries.reversed().forEach(entry -> table.row(row(entry)));
    if (table.isEmpty()) {
      terminal.line("Nothing has been taken back from here yet.");
    }
    table.print();
  }

  private static List<Cell> row(JournalEntry entry) {
    var intent = entry.intent();
    return List.of(
        new Cell(entry.id(), Style.STRONG),
        Cell.of(Ages.utc(intent.time())),
        Cell.of(intent.object().cluster().name()),
        Cell.of(intent.object().namespace() + "/" + intent.describe()),
        outcome(entry),
        Cell.of(intent.user()),
        Cell.of(intent.reason()));
  }

  private static Cell outcome(JournalEntry entry) {
    return entry
        .ended()
        .map(
            ended ->
                new Cell(
                    ended.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    style(ended.result())))
        .orElseGet(() -> new Cell("not ended", Style.WARN));
  }

  private static Style style(Step.Result result) {
    return switch (result) {
      case VERIFIED -> Style.OK;
      case NOT_VERIFIED, UNKNOWN -> Style.WARN;
      case FAILED -> Style.FAIL;
      case REFUSED -> Style.MUTED;
    };
  }

  private void details(JournalEntry entry) {
    var intent = entry.intent();
    terminal.line(
        terminal.styled(Style.STRONG, intent.describe())
            + " · "
            + intent.object().describe()
            + " in "
            + intent.object().cluster());
    terminal.line("  " + Ages.utc(intent.time()) + "  begun by " + intent.user());
    terminal.line("  reason: " + intent.reason());
    intent.undoOf().ifPresent(original -> terminal.line("  undoes " + original));
    intent.changes().forEach(change -> terminal.line("  change: " + change(change)));
    entry.steps().forEach(s -> terminal.line("  " + Ages.utc(s.time()) + "  " + s.sentence()));
    if (entry.ended().isEmpty()) {
      terminal.line("  not ended: it still runs, or was interrupted");
    }
  }

  private static String change(ChangeNote change) {
    return change.op()
        + " "
        + change.pointer()
        + change.value().map(value -> " = " + value).orElse("");
  }
}
