package dev.faultline.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** As high as what it holds where there is room; where there is not, it scrolls up and down. */
public final class FittingScroll extends ScrollPane {

  private static final double LEAST = 96;

  private final double leastWanted;

  public FittingScroll(Node content) {
    this(content, LEAST);
  }

  /**
   * @param leastWanted the height it wants even if less would do, so that it does not jump while it
   *     fills
   */
  public FittingScroll(Node content, double leastWanted) {
    super(content);
    this.leastWanted = leastWanted;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(LEAST);
    getStyleClass().add("fitting-scroll");
  }

  /** Its height follows from its width, as wrapped text's does. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = getInsets();
    double inner = width < 0 ? width : width - around.getLeft() - around.getRight();
    return Math.max(
        leastWanted, getContent().prefHeight(inner) + around.getTop() + around.getBottom());
  }
}
