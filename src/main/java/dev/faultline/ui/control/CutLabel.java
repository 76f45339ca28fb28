package dev.faultline.ui.control;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A label that, when its text does not fit, ends in an ellipsis and tells the whole on hover. A
 * tooltip that it was given stays: it tells more than the text.
 */
public class CutLabel extends Label {

  private Optional<Tooltip> own = Optional.empty();

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
              if (own.isPresent()) {
                tell();
              }
            });
  }

  private void tell() {
    if (getTooltip() != null && own.filter(getTooltip()::equals).isEmpty()) {
      return;
    }
    own = isTextTruncated() ? Optional.of(whole()) : Optional.empty();
    setTooltip(own.orElse(null));
  }

  private Tooltip whole() {
    var tooltip = new Tooltip(getText());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(640);
    return tooltip;
  }
}
