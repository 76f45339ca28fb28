package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.MapComparison;
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
 * @param comparison what is laid over each other, if anything
 * @param folds which groups are folded into one node each
 */
record MapChoice(
    Set<String> namespaces,
    NodeFilter nodes,
    EdgeFilter edges,
    Focus focus,
    GroupBy groupBy,
    Optional<MapComparison> comparison,
    Folds folds) {

  static final MapChoice AT_FIRST =
      new MapChoice(
          Set.of(),
          NodeFilter.ALL,
          EdgeFilter.AT_FIRST,
          Focus.NONE,
          GroupBy.NAMESPACE,
          Optional.empty(),
          Folds.AUTOMATIC);

  MapChoice {
    namespaces = Set.copyOf(namespaces);
  }

  MapChoice within(Set<String> others) {
    return new MapChoice(others, nodes, edges, focus, groupBy, comparison, folds);
  }

  MapChoice with(NodeFilter filter) {
    return new MapChoice(namespaces, filter, edges, focus, groupBy, comparison, folds);
  }

  MapChoice with(EdgeFilter filter) {
    return new MapChoice(namespaces, nodes, filter, focus, groupBy, comparison, folds);
  }

  /** Leaves the path, if one is shown: the groups are folded as they were. */
  MapChoice focused(Focus on) {
    var unfolded = focus instanceof Focus.Path path ? path.folds() : folds;
    return new MapChoice(namespaces, nodes, edges, on, groupBy, comparison, unfolded);
  }

  /** The ways from one node to another; no part of them is hidden in a folded group. */
  MapChoice path(MapSubject from, MapSubject to) {
    var whole = withoutPath();
    var path = new Focus.Path(from, to, whole.focus, whole.folds);
    return new MapChoice(namespaces, nodes, edges, path, groupBy, comparison, Folds.all(false));
  }

  /** What was shown before the path; this itself if none is shown. */
  MapChoice withoutPath() {
    return focus instanceof Focus.Path path ? focused(path.before()) : this;
  }

  MapChoice folding(Folds other) {
    return new MapChoice(namespaces, nodes, edges, focus, groupBy, comparison, other);
  }

  /** By something else; what was folded or opened before is another thing then. */
  MapChoice grouped(GroupBy by) {
    return focus instanceof Focus.Path path
        ? new MapChoice(namespaces, nodes, edges, path.refolded(), by, comparison, Folds.all(false))
        : new MapChoice(namespaces, nodes, edges, focus, by, comparison, Folds.AUTOMATIC);
  }

  /** What two sides have in common is not left out. */
  MapChoice all() {
    return new MapChoice(
        namespaces,
        nodes,
        edges,
        focus,
        groupBy,
        comparison.map(both -> new MapComparison(both.left(), both.right(), false)),
        folds);
  }

  /** Without a focus and without a comparison. */
  MapChoice whole() {
    return comparing(Optional.empty());
  }

  /** Two sides laid over each other, or the map of all again; the focus is lifted. */
  MapChoice comparing(Optional<MapComparison> other) {
    var unfocused = focused(Focus.NONE);
    return new MapChoice(namespaces, nodes, edges, Focus.NONE, groupBy, other, unfocused.folds());
  }
}
