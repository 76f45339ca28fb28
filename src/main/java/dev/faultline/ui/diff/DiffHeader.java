package dev.faultline.ui.diff;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What is compared, and what can be done with it. */
final class DiffHeader {

  /** The title, the arrow and the gaps. */
  private static final double TITLE = 220;

  private final DiffViewModel vm;
  private final ScreenTools tools;
  private final SidePicker before;
  private final SidePicker after;
  private final HBox right;
  private final HBox root;

  DiffHeader(DiffViewModel vm, ScreenTools tools) {
    this.vm = vm;
    this.tools = tools;
    this.before = new SidePicker(vm, true, tools);
    this.after = new SidePicker(vm, false, tools);
    var title = new CutLabel("", "screen-title");
    title.setId("diff-title");
    title.setMinWidth(60);
    title.setMaxWidth(TITLE - 60);
    var swap = Icons.iconButton(Feather.ARROW_RIGHT, tools.say("diff.swap"), vm::swap);
    swap.getStyleClass().addAll("flat", "diff-swap");
    right = Layouts.row(8, forms(), noise(), copy(), takeBack());
    right.setMinWidth(HBox.USE_PREF_SIZE);
    root = Layouts.row(8, title, before.button(), swap, after.button(), Layouts.spring(), right);
    root.setMinWidth(0);
    root.widthProperty().addListener(width -> fit());
    right.widthProperty().addListener(width -> fit());
    root.getStyleClass().add("diff-header");
    Subscriptions.whileShown(
        root,
        subscriptions ->
            subscriptions.follow(() -> title.setText(vm.title()), vm.before(), vm.after()));
  }

  HBox root() {
    return root;
  }

  /** What is compared gives way to what can be done with it. */
  private void fit() {
    double room = root.getWidth() - right.getWidth() - TITLE;
    before.fit(room / 2);
    after.fit(room / 2);
  }

  private HBox forms() {
    var group = new ToggleGroup();
    var beside = toggle(tools.say("diff.beside"), "left-pill");
    var unified = toggle(tools.say("diff.unified"), "right-pill");
    beside.setId("diff-beside");
    unified.setId("diff-unified");
    group.getToggles().addAll(beside, unified);
    beside.setOnAction(event -> form(false, group, beside));
    unified.setOnAction(event -> form(true, group, unified));
    var box = new HBox(beside, unified);
    box.setMinWidth(HBox.USE_PREF_SIZE);
    Subscriptions.whileShown(
        box,
        subscriptions ->
            subscriptions.follow(
                vm.text().unified(), now -> group.selectToggle(now ? unified : beside)));
    return box;
  }

  /** A second click leaves it as it is: one of the two is always chosen. */
  private void form(boolean unified, ToggleGroup group, ToggleButton clicked) {
    group.selectToggle(clicked);
    vm.text().unified().set(unified);
  }

  private static ToggleButton toggle(String words, String style) {
    var toggle = new ToggleButton(words);
    toggle.setMnemonicParsing(false);
    toggle.getStyleClass().addAll("diff-toggle", style);
    return toggle;
  }

  private ToggleButton noise() {
    var noise = toggle("", "diff-noise");
    noise.setId("diff-noise");
    noise.setMinWidth(HBox.USE_PREF_SIZE);
    noise.setTooltip(new Tooltip(tools.say("diff.noise.help")));
    Subscriptions.whileShown(
        noise,
        subscriptions -> {
          subscriptions.bindBoth(noise.selectedProperty(), vm.raw());
          subscriptions.follow(() -> noise.setText(noiseWords()), vm.noise(), vm.raw());
        });
    return noise;
  }

  private String noiseWords() {
    int count = vm.noise().get();
    if (count < 0) {
      return vm.raw().get() ? tools.say("diff.noise.shown") : tools.say("diff.noise.hidden");
    }
    return vm.raw().get()
        ? tools.say("diff.noise.shown-count", count)
        : tools.say("diff.noise.hidden-count", count);
  }

  private Button copy() {
    var copy = Icons.button(tools.say("diff.copy"), this::copyAll);
    copy.setId("diff-copy");
    copy.setMinWidth(HBox.USE_PREF_SIZE);
    Subscriptions.whileShown(
        copy,
        subscriptions ->
            subscriptions.follow(
                vm.state(), state -> copy.setDisable(!(state instanceof DiffState.Shown))));
    return copy;
  }

  private void copyAll() {
    TextPane.copy(vm.copyAll());
    tools.dialogs().tell(tools.say("diff.copied"));
  }

  private Button takeBack() {
    var button = Icons.button(tools.say("diff.take-back"), Feather.ROTATE_CCW, vm::openRollback);
    button.getStyleClass().add("danger");
    button.setId("diff-take-back");
    button.setMinWidth(HBox.USE_PREF_SIZE);
    Subscriptions.whileShown(
        button,
        subscriptions ->
            subscriptions.follow(
                vm.takeBack(), revision -> Layouts.showIf(button, revision.isPresent())));
    return button;
  }
}
