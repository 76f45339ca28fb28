package dev.faultline.cli;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.ServiceJson;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Service;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code services}: every service with version and health, the worst first. */
@Command(
    name = "services",
    mixinStandardHelpOptions = true,
    header = "List services with version and health, the worst first.")
final class ServicesVerb extends ClusterVerb {

  private static final Comparator<Service> WORST_FIRST =
      Comparator.<Service, Integer>comparing(service -> service.health().status().ordinal())
          .thenComparing(Service::ref);

  ServicesVerb(Toolbox tools) {
    super(tools);
  }

  @Override
  Set<Kind> kinds() {
    return KindSets.SERVICES;
  }

  @Override
  Look look() {
    return Look.SUMMARY;
  }

  @Override
  int run(Opened opened) {
    var states = opened.clusters().stream().map(cluster -> cluster.source().state()).toList();
    if (json()) {
      printJson(states, opened.notes());
    } else {
      printTable(opened.clusters(), states);
    }
    return ExitCode.DONE;
  }

  private void printTable(List<LinkedCluster> clusters, List<ClusterState> states) {
    boolean several = clusters.size() > 1;
    var heads = new ArrayList<>(List.of("NAMESPACE", "SERVICE", "KIND", "VERSION", "HEALTH"));
    heads.addAll(List.of("READY", "RESTARTS", "OWNER", "WHY"));
    if (several) {
      heads.addFirst("CLUSTER");
    }
    var table = new TextTable(terminal, heads);
    var services =
        states.stream().flatMap(s -> ServiceCatalog.of(s).services().stream()).sorted(WORST_FIRST);
    services.forEach(service -> table.row(row(service, several)));
    clusters.forEach(cluster -> ServiceText.demoMark(terminal, cluster));
    if (table.isEmpty()) {
      terminal.line("No services here.");
    }
    table.print();
  }

  private static List<Cell> row(Service service, boolean several) {
    var cells = new ArrayList<Cell>();
    if (several) {
      cells.add(Cell.of(service.ref().cluster().name()));
    }
    cells.add(Cell.of(service.ref().namespace()));
    cells.add(new Cell(service.ref().name(), dev.faultline.cli.text.Style.STRONG));
    cells.add(Cell.of(service.ref().kind().name()));
    cells.add(Cell.of(service.version().text()));
    cells.add(ServiceText.health(service.health()));
    cells.add(Cell.of(ServiceText.ready(service)));
    cells.add(Cell.of(Integer.toString(service.restarts())));
    cells.add(Cell.of(service.ownership().describe()));
    cells.add(Cell.of(ServiceText.why(service.health())));
    return cells;
  }

  private void printJson(List<ClusterState> states, List<String> notes) {
    var document =
        Fields.document("services")
            .texts("notes", notes)
            .list(
                "clusters",
                states,
                state ->
                    new Fields()
                        .put("cluster", state.cluster().name())
                        .put("at", state.at())
                        .list(
                            "services",
                            ServiceCatalog.of(state).services().stream()
                                .sorted(WORST_FIRST)
                                .toList(),
                            ServiceJson::summary));
    terminal.out().println(JsonCodec.writePretty(document.build()));
  }
}
