package dev.faultline.cli;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.rollback.Recovery;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Opens what the user chose, and tells first what must be known. */
final class Opening {

  private static final int LONGEST_LOADING_SECONDS = 30;

  private Opening() {}

  /** The clusters; if there is none at all, the verb ends. */
  static Opened open(Toolbox tools, SourceChoice choice, Set<Kind> kinds, Look look) {
    Opened opened = tools.opener().open(choice, kinds, look);
    if (opened.clusters().isEmpty()) {
      throw CliFailure.failed(
          opened.notes().isEmpty()
              ? "there is no cluster to look at; try --demo for the simulated incident."
              : String.join("\nfaultline: ", opened.notes()));
    }
    try {
      opened.notes().forEach(note -> tools.terminal().complain("faultline: " + note));
      opened.clusters().forEach(cluster -> awaitLoaded(cluster, kinds));
      forbidden(tools, opened);
      unsettled(tools, opened);
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** A watch fills up after the link is there; what is decided on must be complete. */
  private static void awaitLoaded(LinkedCluster cluster, Set<Kind> kinds) {
    var loaded = new CountDownLatch(1);
    var subscription =
        cluster
            .source()
            .subscribe(
                state -> {
                  if (isLoaded(state, kinds)) {
                    loaded.countDown();
                  }
                });
    try (subscription) {
      if (!isLoaded(cluster.source().state(), kinds)
          && !loaded.await(LONGEST_LOADING_SECONDS, TimeUnit.SECONDS)) {
        throw CliFailure.failed(
            cluster.source().cluster()
                + " did not answer completely within "
                + LONGEST_LOADING_SECONDS
                + " s; try again, or name a namespace with -n.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliFailure.failed("interrupted.");
    }
  }

  private static boolean isLoaded(ClusterState state, Set<Kind> kinds) {
    return kinds.stream().noneMatch(kind -> state.coverage(kind) instanceof Coverage.Loading);
  }

  /** What may not be read is said, as its absence would look like all well. */
  private static void forbidden(Toolbox tools, Opened opened) {
    for (LinkedCluster cluster : opened.clusters()) {
      var state = cluster.source().state();
      state.coverage().keySet().stream()
          .sorted()
          .filter(kind -> state.coverage(kind) instanceof Coverage.Forbidden)
          .forEach(
              kind ->
                  tools
                      .terminal()
                      .complain(
                          "faultline: "
                              + state.cluster()
                              + ": "
                              + kind
                              + " not read: "
                              + ((Coverage.Forbidden) state.coverage(kind)).reason()));
    }
  }

  /** What was begun and not seen to its end, as the process was killed or the link lost. */
  private static void unsettled(Toolbox tools, Opened opened) {
    for (JournalEntry entry : tools.journal().unsettled()) {
      opened.clusters().stream()
          .filter(c -> c.source().cluster().equals(entry.intent().object().cluster()))
          .forEach(cluster -> recover(tools, cluster, entry));
    }
  }

  private static void recover(Toolbox tools, LinkedCluster cluster, JournalEntry entry) {
    var recovery = new Recovery(cluster);
    var assessment = recovery.assess(entry);
    recovery.close(tools.journal(), entry, assessment, tools.clock());
    tools
        .terminal()
        .complain(
            "faultline: interrupted before (" + entry.id() + "): " + assessment.sentence() + ".");
  }
}
