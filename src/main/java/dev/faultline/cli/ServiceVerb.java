package dev.faultline.cli;

import dev.faultline.cli.ServiceFinder.Found;
import dev.faultline.cli.json.DependencyJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.json.ServiceJson;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Kind;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.SourceChoice;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code service}: all about one service on one page. */
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    header = "Show one service: health and why, versions, pods, configuration, dependencies.")
final class ServiceVerb extends ClusterVerb {

  @Parameters(paramLabel = "SERVICE", description = "name or namespace/name.")
  private String name = "";

  @Mixin private final SecretOptions secrets = new SecretOptions();

  ServiceVerb(Toolbox tools) {
    super(tools);
  }

  @Override
  SourceChoice choice(SourceChoice chosen) {
    return secrets.on(chosen);
  }

  @Override
  Set<Kind> kinds() {
    return KindSets.EVERYTHING;
  }

  @Override
  int run(Opened opened) {
    var found = ServiceFinder.find(opened, name);
    var graph = MendedOptions.bySettings(tools, found.cluster());
    if (json()) {
      terminal.out().println(JsonCodec.writePretty(document(found, graph).build()));
    } else {
      new ServicePage(terminal, found, graph).print();
    }
    return ExitCode.DONE;
  }

  private static Fields document(Found found, DependencyGraph graph) {
    var service = found.service();
    return Fields.document("service")
        .put("at", found.cluster().source().state().at())
        .put("service", ServiceJson.summary(service))
        .list("revisions", service.revisions(), ServiceJson::revision)
        .list("pods", service.pods(), ServiceJson::pod)
        .list("references", service.configuration(), ServiceJson::reference)
        .list("dependsOn", graph.dependenciesOf(service.ref()), DependencyJson::edge)
        .list("neededBy", graph.dependentsOf(service.ref()), DependencyJson::edge);
  }
}
