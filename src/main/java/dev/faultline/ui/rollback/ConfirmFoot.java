package dev.faultline.ui.rollback;

import dev.faultline.rollback.plan.KubectlCommand;
import dev.faultline.text.Shortened;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The reason, the name to type, and the one button that does it. */
final class ConfirmFoot extends VBox {

  private static final int LONGEST_NAME = 52;

  private final ScreenTools tools;
  private final RollbackViewModel model;
  private final TextField reason = new TextField();
  private final TextField name = new TextField();
  private final VBox nameBox;
  private final CheckBox breakGlass;
  private final Label note = new Label();
  private final Button copy;
  private final Button act;
  private final StackPane actHolder;
  private final Tooltip actTooltip = new Tooltip();

  ConfirmFoot(ScreenTools tools, RollbackViewModel model, Runnable onCancel) {
    super(12);
    this.tools = tools;
    this.model = model;
    getStyleClass().add("dialog-foot");
    reason.setId("reason");
    reason.setPromptText(tools.say("rollback.reason-prompt"));
    name.setId("typed-name");
    name.setPrefWidth(200);
    nameBox = labelled(tools.say("rollback.protected-name"), name);
    breakGlass = new CheckBox(tools.say("rollback.break-glass"));
    breakGlass.setId("break-glass");
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    copy =
        Icons.button(
            tools.say("rollback.copy-kubectl"),
            Feather.COPY,
            () -> model.kubectl(this::copyKubectl));
    copy.setId("copy-kubectl");
    var cancel = Icons.button(tools.say("rollback.cancel"), onCancel);
    act = Icons.button("", Feather.ROTATE_CCW, model::confirm);
    act.setId("do-it");
    act.getStyleClass().add("danger");
    actHolder = new StackPane(act); // A disabled button hears no mouse: this tells its tooltip.
    for (Button button : new Button[] {copy, cancel, act}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var fields =
        new HBox(12, Layouts.grow(labelled(tools.say("rollback.reason"), reason)), nameBox);
    var buttons = Layouts.row(10, Layouts.grow(note), copy, cancel, actHolder);
    getChildren().setAll(breakGlass, fields, buttons);
  }

  /** Where the typing begins. */
  TextField reasonField() {
    return reason;
  }

  void show(Subscriptions subs) {
    var state = model.state();
    subs.bindBoth(reason.textProperty(), state.reasonProperty());
    subs.bindBoth(name.textProperty(), state.typedNameProperty());
    subs.follow(state.nameToTypeProperty(), wanted -> Layouts.showIf(nameBox, !wanted.isEmpty()));
    subs.bindBoth(breakGlass.selectedProperty(), state.breakGlassProperty());
    subs.follow(state.mayBreakGlassProperty(), may -> Layouts.showIf(breakGlass, may));
    subs.follow(state.buttonProperty(), this::name);
    subs.bind(act.disableProperty(), state.obstacleProperty().isNotEmpty());
    subs.bind(
        note.textProperty(),
        Bindings.when(state.obstacleProperty().isEmpty())
            .then(state.footnoteProperty())
            .otherwise(state.obstacleProperty()));
    subs.follow(state.obstacleProperty(), this::tellObstacle);
    subs.bind(copy.disableProperty(), state.preparedProperty().not());
  }

  private void name(String whole) {
    act.setText(Shortened.inTheMiddle(whole, LONGEST_NAME));
    act.setAccessibleText(whole);
    tellObstacle(model.state().obstacleProperty().get());
  }

  /** Why it can't be pressed; or its whole name, where that is cut. */
  private void tellObstacle(String obstacle) {
    var whole = model.state().buttonProperty().get();
    var tip = obstacle.isEmpty() && whole.length() > LONGEST_NAME ? whole : obstacle;
    actTooltip.setText(tip);
    if (tip.isEmpty()) {
      Tooltip.uninstall(actHolder, actTooltip);
    } else {
      Tooltip.install(actHolder, actTooltip);
    }
    act.setAccessibleHelp(obstacle);
  }

  private void copyKubectl(KubectlCommand command) {
    switch (command) {
      case KubectlCommand.Complete complete -> {
        var content = new ClipboardContent();
        content.putString(complete.text());
        Clipboard.getSystemClipboard().setContent(content);
        tools.dialogs().tell(tools.say("rollback.copied"));
      }
      case KubectlCommand.Withheld withheld -> tools.dialogs().tell(withheld.text());
    }
  }

  private static VBox labelled(String text, Node field) {
    var label = new Label(text);
    label.getStyleClass().add("section-title");
    label.setLabelFor(field);
    return Layouts.column(5, label, field);
  }
}
