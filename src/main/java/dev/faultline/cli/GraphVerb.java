package dev.faultline.cli;

import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.graph.DependencyCsv;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graph}: what depends on what, and why we believe it. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    header = "Show what depends on what, each edge with its evidence.")
final class GraphVerb implements Callable<Integer> {

  private final Toolbox tools;

  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or csv (caller,callee,class,provenance,evidence).")
  private Format format = Format.text;

  /** The names are what the user types. */
  enum Format {
    text,
    json,
    csv
  }

  GraphVerb(Toolbox tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    try (Opened opened = Opening.open(tools, source.choice(), KindSets.GRAPH, Look.ONCE)) {
      var edges =
          opened.clusters().stream()
              .flatMap(
                  cluster -> DependencyGraph.of(cluster.source().state()).drawnAtFirst().stream())
              .toList();
      switch (format) {
        case json -> printJson(edges);
        case csv -> tools.terminal().out().print(DependencyCsv.write(edges));
        case text -> {
          opened.clusters().forEach(cluster -> ServiceText.demoMark(tools.terminal(), cluster));
          printTable(edges);
        }
      }
      return ExitCode.DONE;
    }
  }

  private void printJson(List<Dependency> edges) {
    var document = Fields.document("graph").list("edges", edges, DependencyJson::edge);
    tools.terminal().out().println(JsonCodec.writePretty(document.build()));
  }

  private void printTable(List<Dependency> edges) {
    var table =
        new TextTable(
            tools.terminal(), List.of("CALLER", "CALLEE", "CLASS", "HOW KNOWN", "EVIDENCE"));
    edges.forEach(
        edge ->
            table.row(
                new Cell(edge.caller().path(), Style.STRONG),
                Cell.of(edge.callee().path()),
                Cell.of(edge.edgeClass().name().toLowerCase(Locale.ROOT)),
                Cell.of(edge.provenance().name().toLowerCase(Locale.ROOT)),
                Cell.of(DependencyText.evidence(edge))));
    if (table.isEmpty()) {
      tools
          .terminal()
          .line("No dependencies were found in environment, arguments or configuration.");
    }
    table.print();
  }
}
