package dev.faultline.ui.map;

import dev.faultline.graph.layout.Curve;
import dev.faultline.graph.layout.MapEdge;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The arrow under the pointer, drawn over the others. */
final class HoverLine extends Path {

  HoverLine() {
    getStyleClass().add("hover-line");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(MapEdge edge, Camera camera) {
    getElements().clear();
    var start = edge.route().start();
    getElements()
        .add(
            new MoveTo(
                start.x() * camera.scale() + camera.x(), start.y() * camera.scale() + camera.y()));
    for (Curve curve : edge.route().curves()) {
      getElements()
          .add(
              new CubicCurveTo(
                  curve.handle1().x() * camera.scale() + camera.x(),
                  curve.handle1().y() * camera.scale() + camera.y(),
                  curve.handle2().x() * camera.scale() + camera.x(),
                  curve.handle2().y() * camera.scale() + camera.y(),
                  curve.to().x() * camera.scale() + camera.x(),
                  curve.to().y() * camera.scale() + camera.y()));
    }
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }
}
