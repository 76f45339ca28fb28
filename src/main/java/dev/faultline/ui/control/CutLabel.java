package dev.faultline.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** A label that, when its text does not fit, ends in an ellipsis and tells the whole on hover. */
public class CutLabel extends Label {

  public CutLabel() {
    this("");
  }

  public CutLabel(String text, String... styles) {
    super(text);
    getStyleClass().addAll(styles);
    setMinWidth(0);
    // Not before somebody asks: a tooltip is a window of its own, and a table has many labels.
    addEventHandler(MouseEvent.MOUSE_ENTERED, event -> tell());
    textProperty()
        .addListener(
            change -> {
              if (getTooltip() != null) {
                tell();
              }
            });
  }

  private void tell() {
    if (!isTextTruncated()) {
      setTooltip(null);
      return;
    }
    var tooltip = new Tooltip(getText());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(640);
    setTooltip(tooltip);
  }
}
