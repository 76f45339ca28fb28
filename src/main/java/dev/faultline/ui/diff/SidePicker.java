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
  private static final double LEAST = 120;

  /** Edges, gaps and the arrow. */
  private static final double AROUND = 52;

  /** Its share of the texts: a version tells more than when it ran. */
  private static final double NAME = 0.55;

  private final DiffViewModel vm;
  private final boolean old;
  private final Button button = new Button();
  private final ChoiceList choices;
  private final CutLabel name = new CutLabel("", "strong");
  private final CutLabel detail = new CutLabel("", "muted");

  /**
   * @param old whether it is the side before
   */
  SidePicker(DiffViewModel vm, boolean old, ScreenTools tools) {
    this.vm = vm;
    this.old = old;
    this.choices = new ChoiceList(tools, this::choose);
    fit(Double.MAX_VALUE);
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

  /** Cuts what it tells to what there is room for. */
  void fit(double width) {
    double texts = Math.max(LEAST, width - AROUND);
    name.setMaxWidth(Math.min(WIDEST / 2, texts * NAME));
    detail.setMaxWidth(Math.min(WIDEST, texts * (1 - NAME)));
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
