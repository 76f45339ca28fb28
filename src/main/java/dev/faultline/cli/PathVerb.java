package dev.faultline.cli;

import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.model.Dependency;
import dev.faultline.model.Kind;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.SourceChoice;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code path}: how one service comes to need another. */
@Command(
    name = "path",
    mixinStandardHelpOptions = true,
    header = "Show the shortest way by which one service depends on another.")
final class PathVerb extends ClusterVerb {

  @Parameters(index = "0", paramLabel = "FROM", description = "who calls: name or namespace/name.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "who is needed.")
  private String to = "";

  @Mixin private final TrafficOptions traffic = new TrafficOptions();
  @Mixin private final MendedOptions mended = new MendedOptions();
  @Mixin private final SecretOptions secrets = new SecretOptions();

  PathVerb(Toolbox tools) {
    super(tools);
  }

  @Override
  SourceChoice choice(SourceChoice chosen) {
    return secrets.on(chosen);
  }

  @Override
  Set<Kind> kinds() {
    return KindSets.GRAPH;
  }

  @Override
  int run(Opened opened) {
    var start = ServiceFinder.find(opened, from);
    var end = ServiceFinder.find(opened, to);
    if (!start.cluster().source().cluster().equals(end.cluster().source().cluster())) {
      throw CliFailure.noSuchThing(
          "the two are in different clusters, between which no way is known.");
    }
    var graph = TrafficText.graph(tools, start.cluster(), traffic.choice(), mended);
    var way = graph.path(start.service().ref(), end.service().ref());
    if (json()) {
      var document = Fields.document("path").list("edges", way, DependencyJson::edge);
      terminal.out().println(JsonCodec.writePretty(document.build()));
    } else if (way.isEmpty()) {
      terminal.line(
          start.service().ref().path()
              + " does not depend on "
              + end.service().ref().path()
              + ", as far as is known.");
    } else {
      print(way);
    }
    return way.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void print(List<Dependency> way) {
    var table =
        new TextTable(terminal, List.of("CALLER", "CALLEE", "HOW KNOWN", "TRAFFIC", "EVIDENCE"));
    way.forEach(
        edge ->
            table.row(
                new Cell(edge.caller().path(), Style.STRONG),
                Cell.of(edge.callee().path()),
                Cell.of(edge.provenance().name().toLowerCase(Locale.ROOT)),
                Cell.of(TrafficText.of(edge)),
                Cell.of(DependencyText.evidence(edge))));
    table.print();
  }
}
