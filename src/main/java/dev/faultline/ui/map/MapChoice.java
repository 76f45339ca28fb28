package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFilter;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the map a person wants to see.
 *
 * @param namespaces none means all
 * @param nodes which services are drawn
 * @param folds which namespaces are folded into one node each
 * @param around the node that the focus is on; empty shows all, whatever the focus
 */
record MapChoice(
    Set<String> namespaces,
    NodeFilter nodes,
    EdgeFilter edges,
    MapFocus focus,
    Optional<MapSubject> around,
    Folds folds) {

  static final MapChoice AT_FIRST =
      new MapChoice(
          Set.of(),
          NodeFilter.ALL,
          EdgeFilter.AT_FIRST,
          MapFocus.ALL,
          Optional.empty(),
          Folds.AUTOMATIC);

  MapChoice {
    namespaces = Set.copyOf(namespaces);
  }

  MapChoice within(Set<String> others) {
    return new MapChoice(others, nodes, edges, focus, around, folds);
  }

  MapChoice with(NodeFilter filter) {
    return new MapChoice(namespaces, filter, edges, focus, around, folds);
  }

  MapChoice with(EdgeFilter filter) {
    return new MapChoice(namespaces, nodes, filter, focus, around, folds);
  }

  MapChoice focused(MapFocus on, Optional<MapSubject> node) {
    return new MapChoice(
        namespaces, nodes, edges, on, on == MapFocus.ALL ? Optional.empty() : node, folds);
  }

  MapChoice folding(Folds other) {
    return new MapChoice(namespaces, nodes, edges, focus, around, other);
  }
}
