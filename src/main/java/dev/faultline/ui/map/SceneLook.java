package dev.faultline.ui.map;

import dev.faultline.graph.layout.Curve;
import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.Route;
import dev.faultline.model.Health.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether two scenes look the same: what is drawn knows no rates, so that new figures of the
 * traffic need nothing to be drawn anew.
 */
final class SceneLook {

  private SceneLook() {}

  static boolean isSame(MapScene one, MapScene other) {
    return one.groups().equals(other.groups())
        && nodes(one).equals(nodes(other))
        && arrows(one).equals(arrows(other));
  }

  /**
   * A node as it is written: an age is in minutes, and of who is hurt only the part is.
   *
   * @param node without both
   */
  private record Written(MapNode node, String age, String hurt) {}

  private record Drawn(
      Line line,
      Route route,
      List<Curve> own,
      EdgeKind kind,
      Status status,
      int count,
      OptionalDouble weight,
      Optional<Difference> difference) {}

  private static List<Written> nodes(MapScene scene) {
    return scene.nodes().stream().map(SceneLook::written).toList();
  }

  private static Written written(MapNode node) {
    var facts = node.facts();
    var timeless =
        new NodeFacts(
            facts.sort(),
            facts.version(),
            facts.replicas(),
            facts.pods(),
            facts.status(),
            Optional.empty(),
            facts.members(),
            facts.difference(),
            Optional.empty(),
            facts.entry());
    return new Written(
        new MapNode(node.subject(), node.box(), timeless),
        facts.changed().map(Words::age).orElse(""),
        facts.hurt().map(one -> one.callsAway() + one.flow().percent()).orElse(""));
  }

  private static List<Drawn> arrows(MapScene scene) {
    return scene.edges().stream().map(SceneLook::drawn).toList();
  }

  private static Drawn drawn(MapEdge edge) {
    return new Drawn(
        edge.line(),
        edge.route(),
        edge.own(),
        EdgeKind.of(edge.dependency()),
        edge.status(),
        edge.facts().count(),
        edge.facts().weight(),
        edge.facts().difference());
  }
}
