package dev.faultline.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** As high as what it holds where there is room; where there is not, it scrolls up and down. */
public final class FittingScroll extends ScrollPane {

  private static final double LEAST = 96;

  public FittingScroll(Node content) {
    super(content);
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
    return Math.max(LEAST, getContent().prefHeight(inner) + around.getTop() + around.getBottom());
  }
}
