package dev.faultline.ui.diff;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** A button that tells what a side is, and opens the list of what it could be. */
final class SidePicker {

  private static final double WIDEST = 380;

  private final DiffViewModel vm;
  private final boolean old;
  private final Button button = new Button();
  private final ChoiceList choices;

  /**
   * @param old whether it is the side before
   */
  SidePicker(DiffViewModel vm, boolean old, ScreenTools tools) {
    this.vm = vm;
    this.old = old;
    this.choices = new ChoiceList(tools, this::choose);
    var name = new CutLabel("", "strong");
    var detail = new CutLabel("", "muted");
    detail.setMaxWidth(WIDEST);
    name.setMaxWidth(WIDEST / 2);
    button.setGraphic(Layouts.row(7, name, detail, Icons.icon(Feather.CHEVRON_DOWN, 14)));
    button.getStyleClass().add("diff-picker");
    button.setId(old ? "diff-before" : "diff-after");
    button.setMinWidth(HBox.USE_PREF_SIZE);
    button.setOnAction(event -> open());
    ObservableValue<SideLabel> label = old ? vm.before() : vm.after();
    Subscriptions.whileShown(
        button,
        subscriptions ->
            subscriptions.follow(
                label,
                now -> {
                  name.setText(now.name().isEmpty() ? tools.say("diff.side.none") : now.name());
                  detail.setText(now.detail());
                  button.setAccessibleText(
                      old
                          ? tools.say("diff.before.accessible", now.name(), now.detail())
                          : tools.say("diff.after.accessible", now.name(), now.detail()));
                }));
  }

  Button button() {
    return button;
  }

  private void open() {
    choices.show(button, Side.BOTTOM, vm.choices(old));
  }

  private void choose(SideChoice choice) {
    if (choice.side().isEmpty()) {
      vm.chooseFile(old);
    } else if (old) {
      vm.chooseBefore(choice.side().get());
    } else {
      vm.chooseAfter(choice.side().get());
    }
  }
}
