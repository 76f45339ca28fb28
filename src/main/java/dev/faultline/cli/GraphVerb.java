package dev.faultline.cli;

import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyCsv;
import dev.faultline.graph.DependencyDrawing;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.Entry;
import dev.faultline.model.Dependency;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  @Mixin private final MendedOptions mended = new MendedOptions();
  @Mixin private final SecretOptions secrets = new SecretOptions();
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
    try (Opened opened =
        Opening.open(tools, secrets.on(source.choice()), KindSets.GRAPH, Look.ONCE)) {
      var graphs = graphs(opened);
      var edges = graphs.stream().flatMap(graph -> chosen.of(graph).stream()).toList();
      switch (format) {
        case json -> printJson(edges, entries(graphs));
        case csv -> tools.terminal().out().print(DependencyCsv.write(edges));
        case dot -> tools.terminal().out().print(DependencyDrawing.dot(edges));
        case mermaid -> tools.terminal().out().print(DependencyDrawing.mermaid(edges));
        case text -> {
          opened.clusters().forEach(cluster -> ServiceText.demoMark(tools.terminal(), cluster));
          printTable(edges);
          printEntries(entries(graphs));
        }
      }
      return ExitCode.DONE;
    }
  }

  private List<DependencyGraph> graphs(Opened opened) {
    var choice = traffic.choice();
    if (choice.namesOne() && opened.clusters().size() > 1) {
      throw CliFailure.noSuchThing(
          "a URL of traffic belongs to one cluster: name one --context, or give no URL.");
    }
    var graphs = new ArrayList<DependencyGraph>();
    for (LinkedCluster cluster : opened.clusters()) {
      graphs.add(TrafficText.graph(tools, cluster, choice, mended));
    }
    return graphs;
  }

  /** What others than workloads call, and what lets them in. */
  private record Entered(ResourceRef to, List<Entry> through) {}

  private static List<Entered> entries(List<DependencyGraph> graphs) {
    return graphs.stream()
        .flatMap(graph -> graph.entries().entrySet().stream())
        .map(entry -> new Entered(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void printJson(List<Dependency> edges, List<Entered> entries) {
    var document =
        Fields.document("graph")
            .list("edges", edges, DependencyJson::edge)
            .list("entries", entries, one -> DependencyJson.entry(one.to(), one.through()));
    tools.terminal().out().println(JsonCodec.writePretty(document.build()));
  }

  private void printEntries(List<Entered> entries) {
    if (entries.isEmpty()) {
      return;
    }
    tools.terminal().line("");
    var table = new TextTable(tools.terminal(), List.of("ENTERED FROM OUTSIDE", "THROUGH"));
    entries.forEach(
        entry ->
            table.row(
                List.of(
                    new Cell(entry.to().path(), Style.STRONG),
                    Cell.of(
                        entry.through().stream()
                            .map(Entry::describe)
                            .distinct()
                            .collect(Collectors.joining("; "))))));
    table.print();
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
