package dev.faultline.cli;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.ServiceJson;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.graph.BlastRadius;
import dev.faultline.graph.BlastRadius.Hurt;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.SourceChoice;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code impact}: who is hurt if a service fails. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    header = "Show who needs a service, directly or through others: who is hurt if it fails.")
final class ImpactVerb extends ClusterVerb {

  @Parameters(paramLabel = "SERVICE", description = "name or namespace/name.")
  private String name = "";

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "how many calls away at the most (default: any number).")
  private int depth = Integer.MAX_VALUE;

  @Mixin private final TrafficOptions traffic = new TrafficOptions();
  @Mixin private final MendedOptions mended = new MendedOptions();
  @Mixin private final SecretOptions secrets = new SecretOptions();

  ImpactVerb(Toolbox tools) {
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
    if (depth < 1) {
      throw CliFailure.noSuchThing("--depth counts calls: 1 is who calls the service itself.");
    }
    var found = ServiceFinder.find(opened, name);
    var graph = TrafficText.graph(tools, found.cluster(), traffic.choice(), mended);
    var hurt = hurt(graph, found.service().ref());
    if (json()) {
      terminal.out().println(JsonCodec.writePretty(document(found, hurt).build()));
    } else {
      print(found, hurt);
    }
    return ExitCode.DONE;
  }

  private List<Hurt> hurt(DependencyGraph graph, ResourceRef service) {
    return BlastRadius.of(graph, service).hurt().stream()
        .filter(one -> one.callsAway() <= depth)
        .toList();
  }

  private void print(Found found, List<Hurt> hurt) {
    ServiceText.demoMark(terminal, found.cluster());
    var service = found.service().ref().path();
    if (hurt.isEmpty()) {
      terminal.line("Nobody is known to need " + service + ".");
      return;
    }
    var catalog = ServiceCatalog.of(found.cluster().source().state());
    var table =
        new TextTable(
            terminal, List.of("CALLS AWAY", "SERVICE", "HEALTH", "CALLS", "TRAFFIC", "SHARE"));
    for (Hurt one : hurt) {
      var health =
          catalog
              .find(one.who())
              .map(known -> ServiceText.health(known.health()))
              .orElseGet(() -> Cell.of("-"));
      table.row(
          Cell.of(String.valueOf(one.callsAway())),
          new Cell(one.who().path(), Style.STRONG),
          health,
          Cell.of(callees(one)),
          Cell.of(traffic(one)),
          Cell.of(share(one)));
    }
    table.print();
  }

  private static String callees(Hurt hurt) {
    return String.join(", ", hurt.calls().stream().map(call -> call.callee().path()).toList());
  }

  private static String traffic(Hurt hurt) {
    return String.join("; ", hurt.calls().stream().map(TrafficText::of).distinct().toList());
  }

  /** Of all that it is seen to call, the part that goes that way; a dash where nobody measures. */
  private static String share(Hurt hurt) {
    var percent = hurt.flow().percent();
    return percent.isEmpty() ? "-" : percent;
  }

  private static Fields document(Found found, List<Hurt> hurt) {
    return Fields.document("impact")
        .put("service", ServiceJson.summary(found.service()))
        .list("dependents", hurt, ImpactVerb::dependent);
  }

  private static Fields dependent(Hurt one) {
    var fields =
        new Fields()
            .put("service", ServiceJson.ref(one.who()))
            .put("callsAway", one.callsAway())
            .list("calls", one.calls(), DependencyJson::edge);
    one.flow().part().ifPresent(part -> fields.put("share", DependencyJson.number(part)));
    return fields;
  }
}
