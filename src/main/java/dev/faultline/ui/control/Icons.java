package dev.faultline.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons, and buttons that carry one. */
public final class Icons {

  private static final int SMALL = 14;

  private Icons() {}

  /** An icon of that size in pixels. */
  public static FontIcon icon(Feather feather, int size) {
    var icon = new FontIcon(feather);
    icon.setIconSize(size);
    // The theme's own size for icons would win over one that is set here.
    icon.getStyleClass().addAll("icon", "icon-" + size);
    return icon;
  }

  /** A button with an icon before its text. */
  public static Button button(String text, Feather feather, Runnable action) {
    var button = button(text, action);
    button.setGraphic(icon(feather, SMALL));
    return button;
  }

  /** A button with a text alone. */
  public static Button button(String text, Runnable action) {
    var button = new Button(text);
    button.setOnAction(event -> action.run());
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button with an icon alone; its words are told on hover and to screen readers. */
  public static Button iconButton(Feather feather, String words, Runnable action) {
    var button = button("", action);
    button.setGraphic(icon(feather, SMALL + 2));
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.getStyleClass().add("icon-button");
    return button;
  }
}
