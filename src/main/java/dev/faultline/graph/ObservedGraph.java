package dev.faultline.graph;

import java.util.List;

/**
 * A graph of what is declared and what was seen.
 *
 * @param notes traffic that could not be assigned to two ends of this cluster, a sentence each
 */
public record ObservedGraph(DependencyGraph graph, List<String> notes) {
  public ObservedGraph {
    notes = List.copyOf(notes);
  }
}
