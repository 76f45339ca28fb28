package dev.faultline.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The few arrangements that every screen is made of. */
public final class Layouts {

  private Layouts() {}

  /** Side by side, centred on one line. */
  public static HBox row(double gap, Node... nodes) {
    var row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** One below the other. */
  public static VBox column(double gap, Node... nodes) {
    return new VBox(gap, nodes);
  }

  /** Takes the room that is left. */
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /** Lets the node grow sideways within a row. */
  public static <T extends Region> T grow(T node) {
    node.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A panel with a hairline around it. */
  public static VBox card(Node... nodes) {
    var card = new VBox(nodes);
    card.getStyleClass().add("card");
    return card;
  }

  /** Takes no room while it is not shown. */
  public static void showIf(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
