package dev.faultline.cli;

import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.ServiceJson;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cli.text.TextTable;
import dev.faultline.cli.text.TextTable.Cell;
import dev.faultline.model.Kind;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.text.Ages;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code versions}: the revisions of one service that the cluster still holds. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    header = "List the revisions of a service: version, time, author and cause.")
final class VersionsVerb extends ClusterVerb {

  @Parameters(paramLabel = "SERVICE", description = "name or namespace/name.")
  private String name = "";

  VersionsVerb(Toolbox tools) {
    super(tools);
  }

  @Override
  Set<Kind> kinds() {
    return KindSets.SERVICES;
  }

  @Override
  int run(Opened opened) {
    var found = ServiceFinder.find(opened, name);
    Service service = found.service();
    Instant now = found.cluster().source().state().at();
    if (json()) {
      var document =
          Fields.document("versions")
              .put("service", ServiceJson.ref(service.ref()))
              .put("at", now)
              .list("revisions", service.revisions(), ServiceJson::revision);
      terminal.out().println(JsonCodec.writePretty(document.build()));
      return ExitCode.DONE;
    }
    ServiceText.demoMark(terminal, found.cluster());
    terminal.line(
        terminal.styled(Style.STRONG, service.ref().describe()) + " in " + service.ref().cluster());
    table(terminal, service, now);
    return ExitCode.DONE;
  }

  /** The revisions as a table, newest first. */
  static void table(Terminal terminal, Service service, Instant now) {
    var table =
        new TextTable(
            terminal,
            List.of("", "REV", "VERSION", "ID", "PODS", "CREATED", "AUTHOR", "IMAGES", "CAUSE"));
    service.revisions().forEach(revision -> table.row(row(revision, now)));
    if (table.isEmpty()) {
      terminal.line("The cluster holds no revisions of it.");
    }
    table.print();
  }

  private static List<Cell> row(Revision revision, Instant now) {
    return List.of(
        new Cell(revision.current() ? "→" : "", Style.CHANGED),
        Cell.of(revision.number() > 0 ? Long.toString(revision.number()) : "-"),
        new Cell(revision.version().text(), Style.STRONG),
        new Cell(revision.shortId(), Style.MUTED),
        Cell.of(revision.pods() == 0 ? "-" : revision.readyPods() + "/" + revision.pods()),
        Cell.of(Ages.utcWithAge(revision.created(), now)),
        Cell.of(revision.author().orElse("-")),
        Cell.of(images(revision)),
        Cell.of(dev.faultline.model.Redaction.text(revision.changeCause().orElse("-"))));
  }

  private static String images(Revision revision) {
    return revision.images().stream()
        .map(image -> image.image().replaceFirst("(@sha256:[0-9a-f]{12})[0-9a-f]+$", "$1…"))
        .collect(Collectors.joining(", "));
  }
}
