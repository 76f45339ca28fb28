package dev.faultline.cli;

import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficLook;
import java.util.List;

/** How traffic reads in text. */
final class TrafficText {

  private static final int MOST_NOTES = 10;

  private TrafficText() {}

  /** "12.3 req/s, 1.5 % errors, p95 40 ms (Istio)"; a dash where none was seen. */
  static String of(Dependency edge) {
    return edge.traffic()
        .map(
            seen ->
                seen.seen().quiet()
                    ? "gone quiet, last seen " + seen.seen().last() + " (" + seen.via() + ")"
                    : seen.figures().describe() + " (" + seen.via() + ")")
        .orElse("-");
  }

  /** The graph of a cluster with the traffic of that choice; what is missing is told. */
  static DependencyGraph graph(
      Toolbox tools, LinkedCluster cluster, TrafficChoice choice, MendedOptions mended) {
    var look = TrafficLook.at(cluster, tools.traffic(), choice, tools.clock().instant());
    tell(tools.terminal(), look);
    return mended.on(tools, cluster, look.graph());
  }

  /** On the error stream: what is missing, so that its absence does not look like silence. */
  static void tell(Terminal terminal, TrafficLook look) {
    look.complaints().forEach(sentence -> terminal.complain("faultline: " + sentence));
    List<String> notes = look.notes();
    notes.stream().limit(MOST_NOTES).forEach(note -> terminal.complain("faultline: " + note));
    if (notes.size() > MOST_NOTES) {
      terminal.complain("faultline: and " + (notes.size() - MOST_NOTES) + " more of these");
    }
  }
}
