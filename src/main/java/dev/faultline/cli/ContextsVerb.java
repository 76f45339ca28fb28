package dev.faultline.cli;

import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.ContextLister.Context;
import dev.faultline.workspace.ContextLister.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contexts}: which clusters can be reached, and if not, why. */
@Command(
    name = "contexts",
    mixinStandardHelpOptions = true,
    header = "Test the contexts of the kubeconfig: reachable, version, what may be done.",
    description = {"", "Exits with 1 if none can be reached.", ""})
final class ContextsVerb implements Callable<Integer> {

  private static final ContextLister.Listing SIMULATED =
      new ContextLister.Listing(
          List.of(
              new Context(
                  "demo",
                  "in memory",
                  true,
                  false,
                  false,
                  new State.Reachable(
                      "simulated",
                      true,
                      List.of("reads all namespaces, may change all of it"),
                      Duration.ZERO))),
          List.of());

  private final Terminal terminal;
  private final ContextLister lister;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The kubeconfig to read instead of $$KUBECONFIG or ~/.kube/config.")
  private @Nullable Path kubeconfig;

  @Option(names = "--demo", description = "The simulated cluster instead of a kubeconfig.")
  private boolean demo;

  @Mixin private final OutputOptions output = new OutputOptions();

  ContextsVerb(Toolbox tools) {
    this.terminal = tools.terminal();
    this.lister = tools.contexts();
  }

  @Override
  public Integer call() {
    if (demo && kubeconfig != null) {
      throw CliFailure.noSuchThing("--demo and --kubeconfig exclude each other: choose one.");
    }
    var listing = demo ? SIMULATED : lister.test(Optional.ofNullable(kubeconfig), found -> {});
    listing.problems().forEach(problem -> terminal.complain("faultline: " + problem));
    var contexts = listing.contexts();
    if (output.json()) {
      var document = Fields.document("contexts").list("contexts", contexts, ContextsVerb::fields);
      terminal.out().println(JsonCodec.writePretty(document.build()));
    } else {
      print(contexts);
    }
    boolean any = contexts.stream().anyMatch(c -> c.state() instanceof State.Reachable);
    return any ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(List<Context> contexts) {
    var table =
        new TextTable(terminal, List.of("", "CONTEXT", "SERVER", "STATE", "SAFETY", "DETAILS"));
    contexts.forEach(context -> table.row(row(context)));
    if (table.isEmpty()) {
      terminal.line(
          "The kubeconfig holds no contexts. Try 'faultline services --demo' for the simulated"
              + " incident.");
    }
    table.print();
  }

  private static List<Cell> row(Context context) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.of(context.current() ? "→" : ""));
    cells.add(new Cell(context.name(), Style.STRONG));
    cells.add(Cell.of(context.server()));
    switch (context.state()) {
      case State.NotTested _ -> {
        cells.add(new Cell("not tested", Style.MUTED));
        cells.add(Cell.of(safety(context)));
      }
      case State.Reachable reachable -> {
        cells.add(new Cell("reachable", Style.OK));
        cells.add(Cell.of(safety(context)));
        cells.add(Cell.of("Kubernetes " + reachable.version() + "; " + rights(reachable.rights())));
      }
      case State.Unreachable unreachable -> {
        cells.add(new Cell("unreachable", Style.FAIL));
        cells.add(Cell.of(safety(context)));
        cells.add(Cell.of(unreachable.sentence()));
      }
    }
    return cells;
  }

  private static String rights(List<String> rights) {
    return rights.isEmpty() ? "nothing may be done there" : String.join(", ", rights);
  }

  private static String safety(Context context) {
    if (context.readOnly()) {
      return "read-only";
    }
    return context.protectedContext() ? "protected" : "-";
  }

  private static Fields fields(Context context) {
    var fields =
        new Fields()
            .put("name", context.name())
            .put("server", context.server())
            .put("current", context.current())
            .put("protected", context.protectedContext())
            .put("readOnly", context.readOnly());
    return switch (context.state()) {
      case State.NotTested _ -> fields.put("reachable", false);
      case State.Reachable reachable ->
          fields
              .put("reachable", true)
              .put("version", reachable.version())
              .texts("rights", reachable.rights());
      case State.Unreachable unreachable ->
          fields.put("reachable", false).put("problem", unreachable.sentence());
    };
  }
}
