package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What every part of the inspector is built of. */
final class InspectorParts {

  private InspectorParts() {}

  static VBox section(String title, Node... nodes) {
    var head = new Label(title);
    head.getStyleClass().add("section-title");
    var section = column(6, head);
    section.getChildren().addAll(nodes);
    section.getStyleClass().add("inspector-section");
    return section;
  }

  static Label paragraph(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Reasons begin small, as they also stand within sentences. */
  static String sentence(String reason) {
    return reason.isEmpty()
        ? reason
        : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
  }
}
