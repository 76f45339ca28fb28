package dev.faultline.cli;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.Kind;
import dev.faultline.rollback.RollbackEngine;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: brings back what ran before a rollback. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    header = "Undo a rollback of the journal, with the same plan and checks.")
final class UndoVerb extends ClusterVerb {

  @Parameters(paramLabel = "ID", description = "As 'journal' lists it; its end will do.")
  private String id = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why; 'undo of ID' without it.")
  private String reason = "";

  @Mixin private final RollbackOptions options = new RollbackOptions();

  UndoVerb(Toolbox tools) {
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
    var entry =
        tools
            .journal()
            .find(id)
            .orElseThrow(
                () ->
                    CliFailure.noSuchThing(
                        "the journal has no rollback '"
                            + id
                            + "'; 'faultline journal' lists them."));
    var cluster = cluster(opened, entry);
    var engine = new RollbackEngine(cluster, tools.journal(), tools.clock(), tools.user());
    return new RollbackDialogue(tools, cluster, options, json())
        .carryOut(engine.prepareUndo(entry.id(), reason, options.watch()));
  }

  private static LinkedCluster cluster(Opened opened, JournalEntry entry) {
    var wanted = entry.intent().object().cluster();
    return opened.clusters().stream()
        .filter(cluster -> cluster.source().cluster().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CliFailure.noSuchThing(
                    entry.id()
                        + " was done on "
                        + wanted
                        + ": choose it with "
                        + (wanted.name().equals("demo")
                            ? "--demo."
                            : "--context " + wanted + ".")));
  }
}
