package dev.faultline.ui.shell;

import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the left: one button a screen. */
final class NavigationBar {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ShellViewModel model;
  private final Map<ScreenId, Button> buttons = new EnumMap<>(ScreenId.class);
  private final VBox root = new VBox();

  NavigationBar(ShellViewModel model, ScreenTools tools) {
    this.model = model;
    root.getStyleClass().add("navigation");
    add(ScreenId.MAP, Feather.SHARE_2, tools.say("shell.map"), "Ctrl+1");
    add(ScreenId.SERVICES, Feather.SERVER, tools.say("shell.services"), "Ctrl+2");
    add(ScreenId.JOURNAL, Feather.ROTATE_CCW, tools.say("shell.journal"), "Ctrl+3");
    root.getChildren().add(Layouts.spring());
    add(ScreenId.SETTINGS, Feather.SETTINGS, tools.say("shell.settings"), "Ctrl+,");
  }

  VBox root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(model.screenProperty(), this::mark);
  }

  private void add(ScreenId id, Feather feather, String words, String keys) {
    var button = Icons.button(words, () -> model.show(id));
    button.setGraphic(Icons.icon(feather, 19));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().add("navigation-button");
    button.setTooltip(new Tooltip(words + "  " + keys));
    button.setId("go-" + id.name().toLowerCase(java.util.Locale.ROOT));
    buttons.put(id, button);
    root.getChildren().add(button);
  }

  /** The page of a service and a comparison belong to the services. */
  private void mark(ScreenId current) {
    var shown =
        current == ScreenId.SERVICE || current == ScreenId.DIFF ? ScreenId.SERVICES : current;
    buttons.forEach((id, button) -> button.pseudoClassStateChanged(CURRENT, id == shown));
  }
}
