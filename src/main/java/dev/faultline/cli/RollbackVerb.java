package dev.faultline.cli;

import dev.faultline.model.Kind;
import dev.faultline.rollback.RollbackEngine;
import dev.faultline.rollback.plan.RollbackRequest;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: takes a service back to an earlier revision, and sees to the end of it. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    header = "Take a service back to an earlier version: plan, checks, diff, then one yes.")
final class RollbackVerb extends ClusterVerb {

  @Parameters(paramLabel = "SERVICE", description = "name or namespace/name.")
  private String name = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "REVISION|VERSION",
      description = "What shall run again: a number, version or identity that 'versions' lists.")
  private String to = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it goes into the journal and the change-cause.")
  private String reason = "";

  @Mixin private final RollbackOptions options = new RollbackOptions();

  RollbackVerb(Toolbox tools) {
    super(tools);
  }

  @Override
  Set<Kind> kinds() {
    return KindSets.EVERYTHING;
  }

  @Override
  Look look() {
    return Look.FOLLOW;
  }

  @Override
  int run(Opened opened) {
    if (reason.isBlank()) {
      throw CliFailure.noSuchThing("a rollback needs a reason: --reason TEXT.");
    }
    var found = ServiceFinder.find(opened, name);
    var revision = RevisionChoice.find(found, to);
    var engine = new RollbackEngine(found.cluster(), tools.journal(), tools.clock(), tools.user());
    var request = RollbackRequest.of(found.service().ref(), revision.id(), reason, options.watch());
    return new RollbackDialogue(tools, found.cluster(), options, json())
        .carryOut(engine.prepare(request));
  }
}
