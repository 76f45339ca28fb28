package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.model.Health.Status;
import dev.faultline.ui.theme.Tokens;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/**
 * All of a map in little: where its nodes lie and how well they are. Two that are equal look the
 * same.
 *
 * @param camera from where the map looks like that
 * @param nodes in the order in which they are drawn: what fails lies over all else
 */
record MiniPicture(Camera camera, List<Box> frames, List<Dot> nodes) {

  static final MiniPicture NOTHING = new MiniPicture(Camera.AT_FIRST, List.of(), List.of());

  /** What is smaller could not be seen. */
  private static final double SMALLEST = 1.5;

  /** A failing node among thousands must still be found. */
  private static final double SMALLEST_UNWELL = 4;

  /** A node, in the coordinates of the picture. */
  record Dot(Box box, Status status) {}

  static MiniPicture of(MapScene scene, Box area) {
    if (scene.isEmpty()) {
      return NOTHING;
    }
    var camera = Camera.overview(scene.bounds(), area);
    return new MiniPicture(
        camera,
        scene.groups().stream().map(MapGroup::box).map(camera::toView).toList(),
        scene.nodes().stream()
            .map(node -> dot(node, camera))
            .sorted(Comparator.comparing(Dot::status, Comparator.reverseOrder()))
            .toList());
  }

  private static Dot dot(MapNode node, Camera camera) {
    var status = node.facts().status();
    var box = camera.toView(node.box());
    double least = isUnwell(status) ? SMALLEST_UNWELL : SMALLEST;
    double width = Math.max(least, box.width());
    double height = Math.max(least, box.height());
    var centre = box.centre();
    return new Dot(new Box(centre.x() - width / 2, centre.y() - height / 2, width, height), status);
  }

  private static boolean isUnwell(Status status) {
    return status == Status.FAILING || status == Status.DEGRADED;
  }

  void draw(GraphicsContext on, Tokens tokens) {
    on.setLineWidth(1);
    on.setStroke(tokens.colour("line"));
    frames.forEach(frame -> outline(on, frame));
    for (Dot node : nodes) {
      var box = node.box();
      if (node.status() == Status.UNKNOWN) {
        // Of what is not known nothing is said: it is hollow, as everywhere.
        on.setStroke(tokens.colour("faint"));
        outline(on, box);
      } else {
        on.setFill(tokens.colour(colour(node.status())));
        on.fillRect(box.x(), box.y(), box.width(), box.height());
      }
    }
  }

  private static void outline(GraphicsContext on, Box box) {
    on.strokeRect(
        Math.floor(box.x()) + 0.5,
        Math.floor(box.y()) + 0.5,
        Math.max(1, Math.round(box.width()) - 1),
        Math.max(1, Math.round(box.height()) - 1));
  }

  /** What is well draws no eye. */
  private static String colour(Status status) {
    return status == Status.HEALTHY ? "faint" : HealthBar.colour(status);
  }
}
