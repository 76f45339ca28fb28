package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
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
 * @param groupBy what services are framed together by
 * @param folds which groups are folded into one node each
 * @param around the node that the focus is on; empty shows all, whatever the focus
 */
record MapChoice(
    Set<String> namespaces,
    NodeFilter nodes,
    EdgeFilter edges,
    MapFocus focus,
    Optional<MapSubject> around,
    GroupBy groupBy,
    Folds folds) {

  static final MapChoice AT_FIRST =
      new MapChoice(
          Set.of(),
          NodeFilter.ALL,
          EdgeFilter.AT_FIRST,
          MapFocus.ALL,
          Optional.empty(),
          GroupBy.NAMESPACE,
          Folds.AUTOMATIC);

  MapChoice {
    namespaces = Set.copyOf(namespaces);
  }

  MapChoice within(Set<String> others) {
    return new MapChoice(others, nodes, edges, focus, around, groupBy, folds);
  }

  MapChoice with(NodeFilter filter) {
    return new MapChoice(namespaces, filter, edges, focus, around, groupBy, folds);
  }

  MapChoice with(EdgeFilter filter) {
    return new MapChoice(namespaces, nodes, filter, focus, around, groupBy, folds);
  }

  MapChoice focused(MapFocus on, Optional<MapSubject> node) {
    return new MapChoice(
        namespaces, nodes, edges, on, on == MapFocus.ALL ? Optional.empty() : node, groupBy, folds);
  }

  MapChoice folding(Folds other) {
    return new MapChoice(namespaces, nodes, edges, focus, around, groupBy, other);
  }

  /** By something else; what was folded or opened before is another thing then. */
  MapChoice grouped(GroupBy by) {
    return new MapChoice(namespaces, nodes, edges, focus, around, by, Folds.AUTOMATIC);
  }
}
