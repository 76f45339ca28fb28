package dev.faultline.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * Controls in a row that goes on in a second one where there is no room. Unlike a flow pane it is
 * no wider than what is in it.
 */
public final class WrappingRow extends FlowPane {

  public WrappingRow(double gap, Node... nodes) {
    super(gap, gap, nodes);
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** How wide it may be at most. */
  public void fit(double width) {
    setPrefWrapLength(Math.max(120, width - getInsets().getLeft() - getInsets().getRight()));
  }

  @Override
  protected double computePrefWidth(double height) {
    double needed = -getHgap();
    for (Node node : getManagedChildren()) {
      needed += snapSizeX(node.prefWidth(-1)) + getHgap();
    }
    double insets = snappedLeftInset() + snappedRightInset();
    return Math.min(needed, getPrefWrapLength()) + insets;
  }
}
