package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapSubject;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/**
 * Where the arrow keys lead: right along an edge to what is called, left back to who calls, up and
 * down to the nearest node above or below.
 */
final class Walk {

  private Walk() {}

  static Optional<MapSubject> from(MapScene scene, Optional<MapSubject> at, KeyCode key) {
    var start = at.flatMap(scene::find);
    if (start.isEmpty()) {
      return scene.nodes().stream()
          .min(
              Comparator.comparing((MapNode node) -> node.box().x())
                  .thenComparing(node -> node.box().y()))
          .map(MapNode::subject);
    }
    var box = start.get().box();
    return switch (key) {
      case RIGHT ->
          nearest(scene, box, scene.from(start.get().subject()), edge -> edge.line().to())
              .or(() -> aside(scene, box, 1));
      case LEFT ->
          nearest(scene, box, scene.to(start.get().subject()), edge -> edge.line().from())
              .or(() -> aside(scene, box, -1));
      case UP -> column(scene, box, -1);
      case DOWN -> column(scene, box, 1);
      default -> Optional.empty();
    };
  }

  private static Optional<MapSubject> nearest(
      MapScene scene,
      Box box,
      java.util.List<MapEdge> edges,
      java.util.function.Function<MapEdge, MapSubject> end) {
    return edges.stream()
        .map(end)
        .flatMap(subject -> scene.find(subject).stream())
        .min(Comparator.comparingDouble(node -> Math.abs(node.box().y() - box.y())))
        .map(MapNode::subject);
  }

  /** Where no edge leads on, the next node in that direction. */
  private static Optional<MapSubject> aside(MapScene scene, Box box, int direction) {
    return best(
        scene.nodes().stream()
            .filter(node -> direction * (node.box().x() - box.x()) > box.width() / 2),
        node -> Math.abs(node.box().x() - box.x()) + 3 * Math.abs(node.box().y() - box.y()));
  }

  private static Optional<MapSubject> column(MapScene scene, Box box, int direction) {
    return best(
        scene.nodes().stream()
            .filter(node -> direction * (node.box().y() - box.y()) > box.height() / 2),
        node -> Math.abs(node.box().y() - box.y()) + 3 * Math.abs(node.box().x() - box.x()));
  }

  private static Optional<MapSubject> best(
      Stream<MapNode> nodes, ToDoubleFunction<MapNode> distance) {
    return nodes.min(Comparator.comparingDouble(distance)).map(MapNode::subject);
  }
}
