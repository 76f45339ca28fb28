package dev.faultline.ui.control;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The mark of Faultline: a line that breaks and goes on lower, its second half red. */
public final class BrandMark extends StackPane {

  private static final double FIELD = 24;

  /**
   * @param size its width in pixels
   */
  public BrandMark(double size) {
    var first = stroke("M2 15 L8.5 15 L12 9", "brand-first");
    var second = stroke("M13 14 L16 9 L22 9", "brand-second");
    var paths = new Group(first, second);
    double scale = size / FIELD;
    paths.setScaleX(scale);
    paths.setScaleY(scale);
    getChildren().add(new Group(paths));
    setMinWidth(size);
    setMaxWidth(size);
    setMouseTransparent(true);
  }

  private static SVGPath stroke(String content, String style) {
    var path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().addAll("brand-stroke", style);
    return path;
  }
}
