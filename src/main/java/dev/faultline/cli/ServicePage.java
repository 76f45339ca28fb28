package dev.faultline.cli;

import dev.faultline.catalog.ServiceEvents;
import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.Entry;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Pod;
import dev.faultline.model.Redaction;
import dev.faultline.model.Service;
import dev.faultline.text.Ages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One service as text: the answer first, then the evidence. */
final class ServicePage {

  private static final int MOST_EVENTS = 10;

  private final Terminal terminal;
  private final Found found;
  private final Service service;
  private final ClusterState state;
  private final DependencyGraph graph;

  ServicePage(Terminal terminal, Found found, DependencyGraph graph) {
    this.terminal = terminal;
    this.found = found;
    this.service = found.service();
    this.state = found.cluster().source().state();
    this.graph = graph;
  }

  void print() {
    ServiceText.demoMark(terminal, found.cluster());
    header();
    part("Versions");
    VersionsVerb.table(terminal, service, state.at());
    pods();
    configuration();
    edges("Depends on", graph.dependenciesOf(service.ref()), true);
    edges("Needed by", graph.dependentsOf(service.ref()), false);
    events();
  }

  private void header() {
    var status = service.health().status();
    terminal.line(
        terminal.styled(Style.STRONG, service.ref().describe())
            + " in "
            + service.ref().cluster()
            + ": "
            + terminal.styled(ServiceText.style(status), ServiceText.word(status)));
    service.health().reasons().forEach(reason -> terminal.line("  " + Redaction.text(reason)));
    fact("Version", service.version().text());
    fact("Ready", ServiceText.ready(service) + ", restarts " + service.restarts());
    fact("Kept by", service.ownership().describe() + (service.readOnly() ? " (read-only)" : ""));
    fact(
        "Reached as",
        service.fronts().isEmpty()
            ? "no Kubernetes Service selects it"
            : service.fronts().stream().map(ref -> ref.name()).collect(Collectors.joining(", ")));
    graph.entriesTo(service.ref()).stream()
        .map(Entry::describe)
        .distinct()
        .forEach(route -> fact("Entered by", route));
  }

  private void fact(String name, String value) {
    terminal.line(terminal.styled(Style.MUTED, String.format("%-11s", name)) + " " + value);
  }

  private void part(String title) {
    terminal.line("");
    terminal.line(terminal.styled(Style.STRONG, title));
  }

  private void pods() {
    if (service.pods().isEmpty()) {
      return;
    }
    part("Pods");
    var table =
        new TextTable(terminal, List.of("POD", "READY", "PHASE", "RESTARTS", "AGE", "NODE", "WHY"));
    for (Pod pod : service.pods()) {
      table.row(
          Cell.of(pod.ref().name()),
          new Cell(pod.ready() ? "yes" : "no", pod.ready() ? Style.OK : Style.FAIL),
          Cell.of(pod.phase()),
          Cell.of(Integer.toString(pod.restarts())),
          Cell.of(age(pod)),
          Cell.of(pod.node()),
          Cell.of(why(pod)));
    }
    table.print();
  }

  private String age(Pod pod) {
    return pod.meta().created().map(time -> Ages.age(time, state.at())).orElse("-");
  }

  private static String why(Pod pod) {
    return pod.containers().stream()
        .filter(container -> !container.ready() && !container.reason().isEmpty())
        .map(container -> container.name() + ": " + container.reason())
        .collect(Collectors.joining("; "));
  }

  private void configuration() {
    if (service.configuration().isEmpty()) {
      return;
    }
    part("Configuration");
    service.configuration().stream()
        .map(
            reference ->
                reference.target().name()
                    + " "
                    + reference.name()
                    + reference.key().map(key -> ", key " + key).orElse("")
                    + (reference.optional() ? " (optional)" : ""))
        .distinct()
        .sorted()
        .forEach(line -> terminal.line("  " + line));
  }

  private void edges(String title, List<Dependency> edges, boolean callee) {
    if (edges.isEmpty()) {
      return;
    }
    part(title);
    var table = new TextTable(terminal, List.of("SERVICE", "CLASS", "HOW KNOWN", "EVIDENCE"));
    edges.forEach(
        edge ->
            table.row(
                Cell.of(callee ? edge.callee().path() : edge.caller().path()),
                Cell.of(edge.edgeClass().name().toLowerCase(Locale.ROOT)),
                Cell.of(edge.provenance().name().toLowerCase(Locale.ROOT)),
                Cell.of(DependencyText.evidence(edge))));
    table.print();
  }

  private void events() {
    var events = ServiceEvents.of(state, service).stream().limit(MOST_EVENTS).toList();
    if (events.isEmpty()) {
      return;
    }
    part("Latest events");
    var table = new TextTable(terminal, List.of("AGE", "TYPE", "REASON", "OBJECT", "MESSAGE"));
    events.forEach(
        event ->
            table.row(
                Cell.of(Ages.age(ServiceEvents.time(event), state.at())),
                new Cell(event.type(), event.type().equals("Normal") ? Style.PLAIN : Style.WARN),
                Cell.of(event.reason()),
                Cell.of(event.regarding().name()),
                Cell.of(Redaction.text(event.message()))));
    table.print();
  }
}
