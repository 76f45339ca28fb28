package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.MapContent;
import dev.faultline.graph.layout.MapContents;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.graph.layout.Ways;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.ui.map.PathSaid.Reason;
import dev.faultline.workspace.Workspace;
import java.time.Instant;
import java.util.EnumSet;
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
   * @param choice the one that it follows: not what was chosen if that is a path that there isn't
   */
  record Made(MapContent content, MapChoice choice, Optional<PathSaid> path) {}

  Made make(MapChoice choice) {
    return switch (choice.focus()) {
      case Focus.Whole _ -> new Made(all(choice), choice, Optional.empty());
      case Focus.Around(var on, var node) ->
          new Made(on.of(all(choice), node), choice, Optional.empty());
      case Focus.Path path -> path(choice, path);
    };
  }

  private Made path(MapChoice choice, Focus.Path path) {
    var ways = ways(choice, path);
    if (ways.direction() == Ways.Direction.NONE) {
      var before = make(choice.withoutPath());
      var missing = new PathSaid.Missing(path.from(), path.to(), why(choice, path));
      return new Made(before.content(), before.choice(), Optional.of(missing));
    }
    var said =
        new PathSaid.Shown(
            path.from(),
            path.to(),
            ways.direction() == Ways.Direction.BACK,
            ways.shortest().size(),
            ways.isOnlyOne());
    return new Made(ways.part(), choice, Optional.of(said));
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
    return isThere(unfiltered, path) ? Reason.FILTERED : Reason.UNKNOWN;
  }

  private boolean isThere(MapChoice choice, Focus.Path path) {
    return ways(choice, path).direction() != Ways.Direction.NONE;
  }

  private Ways ways(MapChoice choice, Focus.Path path) {
    return Ways.between(all(choice), path.from(), path.to());
  }

  private MapContent all(MapChoice choice) {
    var contents = new MapContents(choice.namespaces(), choice.edges(), choice.groupBy(), now);
    workspace.clusters().forEach(cluster -> contents.add(cluster.catalog(), cluster.graph()));
    return choice.nodes().of(contents.content());
  }
}
