package dev.faultline.ui.rollback;

import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/** The other versions that a service could go back to. */
final class VersionMenu extends MenuButton {

  private static final double FACTS = 420;

  private final ScreenTools tools;
  private final Consumer<Choice> onChosen;

  VersionMenu(ScreenTools tools, Consumer<Choice> onChosen) {
    super(tools.say("rollback.another"));
    this.tools = tools;
    this.onChosen = onChosen;
    setId("another-version");
    getStyleClass().add("version-menu");
    setMinWidth(USE_PREF_SIZE);
  }

  void show(List<Choice> choices) {
    Layouts.showIf(this, choices.size() > 1);
    getItems().setAll(choices.stream().map(this::item).toList());
  }

  private CustomMenuItem item(Choice choice) {
    var label = new CutLabel(choice.label(), "mono");
    label.setPrefWidth(110);
    var facts = new CutLabel(choice.facts(), "muted");
    facts.setMaxWidth(FACTS);
    var row = Layouts.row(10, label, facts);
    if (choice.proposed()) {
      row.getChildren().add(1, new Badge(tools.say("rollback.choice-proposed"), Badge.Tone.OK));
    }
    var item = new CustomMenuItem(row);
    item.setOnAction(event -> onChosen.accept(choice));
    return item;
  }
}
