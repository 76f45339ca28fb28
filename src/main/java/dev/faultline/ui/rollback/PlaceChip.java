package dev.faultline.ui.rollback;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Cluster and namespace; red and with a lock where the cluster is protected. */
final class PlaceChip extends HBox {

  PlaceChip(ScreenTools tools, Place place) {
    super(6);
    getStyleClass().add("place-chip");
    setAlignment(javafx.geometry.Pos.CENTER);
    if (place.protectedContext()) {
      getStyleClass().add("protected");
      getChildren().add(Icons.icon(Feather.LOCK, 12));
    }
    var cluster = new CutLabel(place.cluster(), "strong");
    cluster.setMaxWidth(260);
    getChildren().add(cluster);
    if (!place.namespace().isEmpty()) {
      getChildren().add(new CutLabel("/ " + place.namespace(), "muted"));
    }
    if (place.protectedContext()) {
      note(tools.say("rollback.protected"));
    }
    if (place.readOnly()) {
      note(tools.say("rollback.read-only"));
    }
    if (place.demo()) {
      note(tools.say("rollback.demo"));
    }
    setMinWidth(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
  }

  private void note(String word) {
    var label = new Label(word);
    label.getStyleClass().add("place-note");
    getChildren().add(label);
  }

  /** In a row, at its right end. */
  static HBox beside(javafx.scene.layout.Region before) {
    var row = Layouts.row(12, Layouts.grow(before));
    row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    return row;
  }
}
