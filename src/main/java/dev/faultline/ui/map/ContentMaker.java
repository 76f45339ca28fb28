package dev.faultline.ui.map;

import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapContent;
import dev.faultline.graph.layout.MapContents;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.graph.layout.Ways;
import dev.faultline.graph.layout.WeighedRadius;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.ui.map.PathSaid.Reason;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what was chosen to be shown, before any group is folded. */
final class ContentMaker {

  private final Workspace workspace;
  private final Instant now;

  ContentMaker(Workspace workspace, Instant now) {
    this.workspace = workspace;
    this.now = now;
  }

  /**
   * What is shown.
   *
   * @param compared the two sides it shows over each other, if it does
   * @param choice the one that it follows: not what was chosen if that is a path that there isn't
   */
  record Made(
      MapContent content,
      Optional<ComparedMap> compared,
      MapChoice choice,
      Optional<PathSaid> path) {}

  /** All that the filters let pass. */
  private record All(MapContent content, Optional<ComparedMap> compared) {}

  Made make(MapChoice choice) {
    var all = all(choice);
    return switch (choice.focus()) {
      case Focus.Whole _ -> new Made(all.content(), all.compared(), choice, Optional.empty());
      case Focus.Around(var on, var node) ->
          new Made(around(all, on, node), all.compared(), choice, Optional.empty());
      case Focus.Path path -> path(choice, path, all);
    };
  }

  /** Who is hurt is weighed by what really talks; not where two maps lie over each other. */
  private MapContent around(All all, MapFocus on, MapSubject node) {
    var part = on.of(all.content(), node);
    boolean weighed = on == MapFocus.NEEDED_BY && all.compared().isEmpty();
    return workspace
        .cluster(node.cluster())
        .filter(cluster -> weighed)
        .map(cluster -> WeighedRadius.weigh(part, cluster.graph().dependencies(), node))
        .orElse(part);
  }

  private Made path(MapChoice choice, Focus.Path path, All all) {
    var ways = Ways.between(all.content(), path.from(), path.to());
    if (ways.direction() == Ways.Direction.NONE) {
      var before = make(choice.withoutPath());
      var missing = new PathSaid.Missing(path.from(), path.to(), why(choice, path));
      return new Made(before.content(), before.compared(), before.choice(), Optional.of(missing));
    }
    var said =
        new PathSaid.Shown(
            path.from(),
            path.to(),
            ways.direction() == Ways.Direction.BACK,
            ways.shortest().size(),
            ways.isOnlyOne());
    return new Made(ways.part(), all.compared(), choice, Optional.of(said));
  }

  /** What would have to be shown for a way to be seen. */
  private Reason why(MapChoice choice, Focus.Path path) {
    if (isThere(choice.with(choice.edges().withDoubtful(true)), path)) {
      return Reason.DOUBTFUL_HIDDEN;
    }
    var provenances = EnumSet.of(Provenance.OBSERVED, Provenance.BOTH, Provenance.DECLARED);
    provenances.addAll(choice.edges().provenances());
    var edges = new EdgeFilter(provenances, EnumSet.allOf(EdgeClass.class), true);
    var unfiltered = choice.within(Set.of()).with(NodeFilter.ALL).with(edges);
    boolean hidden = isThere(unfiltered.all(), path) || isThere(unfiltered.whole(), path);
    return hidden ? Reason.FILTERED : Reason.UNKNOWN;
  }

  private boolean isThere(MapChoice choice, Focus.Path path) {
    var ways = Ways.between(all(choice).content(), path.from(), path.to());
    return ways.direction() != Ways.Direction.NONE;
  }

  private All all(MapChoice choice) {
    var compared = choice.comparison().flatMap(both -> compared(both, choice));
    var content =
        compared
            .map(ComparedMap::content)
            .orElseGet(() -> content(workspace.clusters(), choice.namespaces(), choice));
    return new All(choice.nodes().of(content), compared);
  }

  /** Empty also while a side of it is not linked. */
  private Optional<ComparedMap> compared(MapComparison both, MapChoice choice) {
    return whole(both.left(), choice)
        .flatMap(
            left -> whole(both.right(), choice).map(right -> ComparedMap.of(left, right, both)));
  }

  /** The map of the whole cluster that the side is of. */
  private Optional<MapContent> whole(MapSide side, MapChoice choice) {
    return workspace
        .cluster(side.cluster())
        .map(cluster -> content(List.of(cluster), Set.of(), choice));
  }

  private MapContent content(
      List<ClusterPicture> clusters, Set<String> namespaces, MapChoice choice) {
    var contents = new MapContents(namespaces, choice.edges(), choice.groupBy(), now);
    clusters.forEach(cluster -> contents.add(cluster.catalog(), cluster.graph()));
    return contents.content();
  }
}
