package dev.faultline.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A {@link Mark} as a node; what it says stands in its accessible text. */
public final class MarkIcon extends StackPane {

  private final Group paths = new Group();
  private double size;

  /**
   * @param size width and height in pixels
   * @param words what it means, for those who can't see it
   */
  public MarkIcon(Mark mark, double size, String words) {
    this.size = size;
    getStyleClass().add("mark-icon");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    paths.setManaged(false);
    getChildren().add(paths);
    show(mark, words);
  }

  /** Shows another mark. */
  public void show(Mark mark, String words) {
    paths.getChildren().clear();
    if (!mark.outline().isEmpty()) {
      paths.getChildren().add(path(mark.outline(), "outline", mark));
    }
    if (!mark.glyph().isEmpty()) {
      paths.getChildren().add(path(mark.glyph(), "glyph", mark));
    }
    paths.setScaleX(size / Mark.SIZE);
    paths.setScaleY(size / Mark.SIZE);
    setAccessibleText(words);
    requestLayout();
  }

  private static SVGPath path(String content, String part, Mark mark) {
    var path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().addAll("mark-" + part, "mark-" + mark.colour());
    if (mark.hollow()) {
      path.getStyleClass().add("hollow");
    }
    if (mark.dashed() && part.equals("outline")) {
      path.getStyleClass().add("dashed");
    }
    return path;
  }

  @Override
  protected void layoutChildren() {
    // The paths keep their own coordinates: scaled about the centre of what they cover.
    var bounds = paths.getLayoutBounds();
    double scale = size / Mark.SIZE;
    double centreX = bounds.getCenterX();
    double centreY = bounds.getCenterY();
    paths.setLayoutX(centreX * scale - centreX);
    paths.setLayoutY(centreY * scale - centreY);
  }
}
