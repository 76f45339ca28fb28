package dev.faultline.cli;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.MendedGraph;
import dev.faultline.model.Mending;
import dev.faultline.settings.MendedEdges;
import dev.faultline.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The edges that were mended by hand: those of the settings, and of a file. */
final class MendedOptions {

  @Option(
      names = "--mended",
      paramLabel = "FILE",
      description =
          "Dependencies mended by hand, beside those of the settings: YAML with a list 'edges',"
              + " each with caller, callee, is (not so, or missing), reason and, if wanted, class.")
  private @Nullable Path file;

  /** The graph of the manifests as the settings say that it is. */
  static DependencyGraph bySettings(Toolbox tools, LinkedCluster cluster) {
    var declared = DependencyGraph.of(cluster.source().state());
    return mended(tools, cluster, declared, List.of());
  }

  /** The graph as people say that it is. */
  DependencyGraph on(Toolbox tools, LinkedCluster cluster, DependencyGraph found) {
    return mended(tools, cluster, found, ofFile());
  }

  /** What fits nothing is told. */
  private static DependencyGraph mended(
      Toolbox tools, LinkedCluster cluster, DependencyGraph found, List<Mending> more) {
    var state = cluster.source().state();
    var said = new ArrayList<>(tools.mendings().apply(state.cluster()));
    said.addAll(more);
    var mended = MendedGraph.of(state, found, said);
    mended.notes().forEach(note -> tools.terminal().complain("faultline: " + note + "."));
    return mended.graph();
  }

  private List<Mending> ofFile() {
    if (file == null) {
      return List.of();
    }
    try {
      return MendedEdges.read(file);
    } catch (IOException e) {
      throw CliFailure.noSuchThing(file + " can't be used: " + FileTrouble.words(e) + ".");
    }
  }
}
