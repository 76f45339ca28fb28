package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.Curve;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Point;
import dev.faultline.ui.theme.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/**
 * Draws a scene on a canvas. The work comes as a list of small steps, so that a large map can be
 * drawn over several frames.
 */
final class ScenePainter {

  /** Below this scale, nodes are drawn here; from it on they are regions of their own. */
  static final double NEAR = 0.5;

  /**
   * Below this scale, lines are neither dashed nor pointed: nobody could see it. What has gone
   * quiet is told from afar all the same, as there are few of it and its strokes are long.
   */
  private static final double FAR = 0.3;

  private final Tokens tokens;
  private final Frames frames;

  ScenePainter(Tokens tokens, Frames frames) {
    this.tokens = tokens;
    this.frames = frames;
  }

  Frames frames() {
    return frames;
  }

  Tokens tokens() {
    return tokens;
  }

  /** Whether the other would draw the same. */
  boolean paintsAs(ScenePainter other) {
    return tokens == other.tokens && frames.equals(other.frames);
  }

  /** One piece of work on a canvas whose coordinates are those of the view. */
  @FunctionalInterface
  interface Step {
    void draw(GraphicsContext on);
  }

  /** Which nodes are drawn. */
  enum Nodes {
    /** None: they are regions. */
    NONE,
    /** As much as the scale lets see. */
    BRIEF,
    /** With all that is written on them. */
    WHOLE
  }

  /**
   * All steps, in the order in which they have to be taken.
   *
   * @param area of the canvas, in the coordinates of the camera's view
   */
  List<Step> steps(MapScene scene, Camera camera, Box area, Nodes nodes) {
    var seen =
        new Box(
            (area.x() - camera.x()) / camera.scale(),
            (area.y() - camera.y()) / camera.scale(),
            area.width() / camera.scale(),
            area.height() / camera.scale());
    var steps = new ArrayList<Step>();
    steps.add(on -> ground(on, area));
    scene.groups().stream()
        .filter(group -> group.box().overlaps(seen))
        .forEach(group -> steps.add(on -> frame(on, group, camera)));
    scene.edges().stream()
        .filter(edge -> edge.route().bounds().grown(4).overlaps(seen))
        .forEach(edge -> steps.add(on -> edge(on, edge, camera)));
    FrameLabels.of(scene, camera, frames).stream()
        .filter(label -> label.box().overlaps(area))
        .forEach(label -> steps.add(on -> label(on, label)));
    if (nodes != Nodes.NONE) {
      var painter = new NodePainter(tokens, nodes == Nodes.WHOLE, frames.words());
      scene.nodes().stream()
          .filter(node -> node.box().overlaps(seen))
          .sorted(Comparator.comparing(node -> node.facts().status(), Comparator.reverseOrder()))
          .forEach(node -> steps.add(on -> painter.draw(on, node, camera)));
    }
    return steps;
  }

  private void ground(GraphicsContext on, Box area) {
    on.setFill(tokens.colour("canvas"));
    on.fillRect(area.x(), area.y(), area.width(), area.height());
  }

  private void frame(GraphicsContext on, MapGroup group, Camera camera) {
    var box = camera.toView(group.box());
    double corner = 2 * MapLook.FRAME_CORNER * Math.min(1, camera.scale());
    on.setStroke(tokens.colour("line"));
    on.setLineWidth(1);
    if (camera.scale() >= FAR) {
      on.setLineDashes(3, 4);
    } else {
      on.setLineDashes();
    }
    on.strokeRoundRect(
        Math.round(box.x()) + 0.5,
        Math.round(box.y()) + 0.5,
        Math.round(box.width()),
        Math.round(box.height()),
        corner,
        corner);
  }

  private void label(GraphicsContext on, FrameLabels.Label label) {
    on.setFill(tokens.colour("muted"));
    on.setFont(Font.font("Inter", label.size()));
    on.fillText(label.text(), label.box().x(), label.baseline());
  }

  private void edge(GraphicsContext on, MapEdge edge, Camera camera) {
    boolean far = camera.scale() < FAR;
    double shrink = Math.clamp(camera.scale(), 0.5, 1.4);
    on.setStroke(tokens.colour(MapLook.colour(edge)));
    on.setLineWidth(MapLook.width(edge) * shrink);
    on.setGlobalAlpha(far && MapLook.isCalm(edge) ? 0.45 : MapLook.opacity(edge));
    var kind = EdgeKind.of(edge.dependency());
    if (far && kind != EdgeKind.QUIET) {
      on.setLineDashes();
    } else {
      on.setLineDashes(MapLook.dashes(kind));
    }
    on.beginPath();
    Point end = new Point(Double.NaN, Double.NaN);
    for (Curve curve : edge.own()) {
      if (!curve.from().equals(end)) {
        on.moveTo(x(curve.from().x(), camera), y(curve.from().y(), camera));
      }
      end = curve.to();
      if (far) {
        on.lineTo(x(curve.to().x(), camera), y(curve.to().y(), camera));
      } else {
        on.bezierCurveTo(
            x(curve.handle1().x(), camera),
            y(curve.handle1().y(), camera),
            x(curve.handle2().x(), camera),
            y(curve.handle2().y(), camera),
            x(curve.to().x(), camera),
            y(curve.to().y(), camera));
      }
    }
    on.stroke();
    if (!far) {
      head(on, edge, camera, shrink);
      sign(on, edge, camera, shrink);
    }
    on.setGlobalAlpha(1);
  }

  /** Colour alone would not tell everybody on which side an arrow is missing. */
  private void sign(GraphicsContext on, MapEdge edge, Camera camera, double shrink) {
    var sign = MapLook.sign(edge);
    if (sign.isEmpty() || MapLook.middle(edge).isEmpty()) {
      return;
    }
    var at = camera.toView(MapLook.middle(edge).get());
    double radius = 8 * shrink;
    var colour = tokens.colour(MapLook.colour(edge));
    on.setLineDashes();
    on.setFill(tokens.colour("canvas"));
    on.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    on.setStroke(colour);
    on.setLineWidth(1.4);
    on.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    double arm = 4 * shrink;
    on.strokeLine(at.x() - arm, at.y(), at.x() + arm, at.y());
    if (sign.equals("+")) {
      on.strokeLine(at.x(), at.y() - arm, at.x(), at.y() + arm);
    }
  }

  private void head(GraphicsContext on, MapEdge edge, Camera camera, double shrink) {
    var last = edge.route().curves().getLast();
    double angle =
        Math.atan2(last.to().y() - last.handle2().y(), last.to().x() - last.handle2().x());
    double tipX = x(last.to().x(), camera);
    double tipY = y(last.to().y(), camera);
    double length = 9 * shrink;
    double half = 4.6 * shrink;
    double baseX = tipX - length * Math.cos(angle);
    double baseY = tipY - length * Math.sin(angle);
    double sideX = half * Math.sin(angle);
    double sideY = half * Math.cos(angle);
    on.setFill(tokens.colour(MapLook.colour(edge)));
    on.fillPolygon(
        new double[] {tipX, baseX + sideX, baseX - sideX},
        new double[] {tipY, baseY - sideY, baseY + sideY},
        3);
  }

  private static double x(double x, Camera camera) {
    return x * camera.scale() + camera.x();
  }

  private static double y(double y, Camera camera) {
    return y * camera.scale() + camera.y();
  }
}
