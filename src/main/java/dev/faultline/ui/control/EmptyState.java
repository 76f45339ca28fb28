package dev.faultline.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** Stands where there is nothing to show: says why, and what could be done. */
public final class EmptyState extends VBox {

  /**
   * @param action a button, or nothing
   */
  public EmptyState(Feather feather, String title, String text, Node... action) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    var head = new Label(title);
    head.getStyleClass().add("empty-title");
    var body = new Label(text);
    body.getStyleClass().add("muted");
    body.setWrapText(true);
    body.setMaxWidth(460);
    body.setAlignment(Pos.CENTER);
    body.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(Icons.icon(feather, 28), head, body);
    getChildren().addAll(action);
  }
}
