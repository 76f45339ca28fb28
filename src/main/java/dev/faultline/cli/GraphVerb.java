package dev.faultline.cli;

import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyCsv;
import dev.faultline.graph.DependencyDrawing;
import dev.faultline.model.Dependency;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.ArrayList;
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
  @Mixin private final TrafficOptions traffic = new TrafficOptions();
  @Mixin private final EdgeOptions chosen = new EdgeOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, csv (caller,callee,class,provenance,evidence), dot (Graphviz) or mermaid.")
  private Format format = Format.text;

  /** The names are what the user types. */
  enum Format {
    text,
    json,
    csv,
    dot,
    mermaid
  }

  GraphVerb(Toolbox tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    try (Opened opened = Opening.open(tools, source.choice(), KindSets.GRAPH, Look.ONCE)) {
      var edges = edges(opened);
      switch (format) {
        case json -> printJson(edges);
        case csv -> tools.terminal().out().print(DependencyCsv.write(edges));
        case dot -> tools.terminal().out().print(DependencyDrawing.dot(edges));
        case mermaid -> tools.terminal().out().print(DependencyDrawing.mermaid(edges));
        case text -> {
          opened.clusters().forEach(cluster -> ServiceText.demoMark(tools.terminal(), cluster));
          printTable(edges);
        }
      }
      return ExitCode.DONE;
    }
  }

  private List<Dependency> edges(Opened opened) {
    var choice = traffic.choice();
    if (choice.namesOne() && opened.clusters().size() > 1) {
      throw CliFailure.noSuchThing(
          "a URL of traffic belongs to one cluster: name one --context, or give no URL.");
    }
    var edges = new ArrayList<Dependency>();
    for (LinkedCluster cluster : opened.clusters()) {
      edges.addAll(chosen.of(TrafficText.graph(tools, cluster, choice)));
    }
    return edges;
  }

  private void printJson(List<Dependency> edges) {
    var document = Fields.document("graph").list("edges", edges, DependencyJson::edge);
    tools.terminal().out().println(JsonCodec.writePretty(document.build()));
  }

  private void printTable(List<Dependency> edges) {
    boolean withTraffic = !traffic.choice().isEmpty();
    var heads = new ArrayList<>(List.of("CALLER", "CALLEE", "CLASS", "HOW KNOWN"));
    if (withTraffic) {
      heads.add("TRAFFIC");
    }
    heads.add("EVIDENCE");
    var table = new TextTable(tools.terminal(), heads);
    edges.forEach(edge -> table.row(cells(edge, withTraffic)));
    if (table.isEmpty()) {
      tools
          .terminal()
          .line("No dependencies were found in environment, arguments or configuration.");
    }
    table.print();
  }

  private static List<Cell> cells(Dependency edge, boolean withTraffic) {
    var cells = new ArrayList<Cell>();
    cells.add(new Cell(edge.caller().path(), Style.STRONG));
    cells.add(Cell.of(edge.callee().path()));
    cells.add(Cell.of(edge.edgeClass().name().toLowerCase(Locale.ROOT)));
    cells.add(Cell.of(edge.provenance().name().toLowerCase(Locale.ROOT)));
    if (withTraffic) {
      cells.add(Cell.of(TrafficText.of(edge)));
    }
    cells.add(Cell.of(DependencyText.evidence(edge)));
    return cells;
  }
}
