package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;
import static dev.faultline.ui.control.Layouts.row;
import static dev.faultline.ui.control.Layouts.showIf;

import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.fx.ScreenTools;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Where a person says that an edge is not so, or that one is missing. What is typed stays while
 * what is inspected stays the same, though news comes in.
 */
final class MendForms {

  private final MapViewModel model;
  private final ScreenTools tools;
  private final Consumer<Node> opened;
  private Optional<Kept> kept = Optional.empty();

  /** The form of what is inspected now. */
  private record Kept(Object of, VBox form) {}

  /**
   * @param opened brings into view what has appeared
   */
  MendForms(MapViewModel model, ScreenTools tools, Consumer<Node> opened) {
    this.model = model;
    this.tools = tools;
    this.opened = opened;
  }

  /** For an arrow of one dependency. */
  Node ofArrow(Line line, Optional<Mending> mending) {
    return mending.map(said -> takeBack(line, said)).orElseGet(() -> keep(line, () -> notSo(line)));
  }

  /** For a service that may need more than is known. */
  Node missing(MapSubject.InCluster caller) {
    return keep(caller, () -> missingForm(caller));
  }

  private Node takeBack(Line line, Mending said) {
    kept = Optional.empty();
    var back =
        Icons.button(tools.say("map.mend-back"), () -> model.takeBack(line.from().cluster(), said));
    back.setId("mend-back");
    var actions = row(8, back);
    actions.getStyleClass().add("inspector-actions");
    return actions;
  }

  private Node keep(Object of, Supplier<VBox> form) {
    var same = kept.filter(one -> one.of().equals(of));
    var shown = same.orElseGet(() -> new Kept(of, form.get()));
    kept = Optional.of(shown);
    return shown.form();
  }

  private VBox notSo(Line line) {
    var reason = field("map.mend-reason");
    var mark =
        Icons.button(
            tools.say("map.mend-mark"),
            () ->
                model.mend(
                    line.from().cluster(),
                    MendTarget.mending(line, Verdict.NOT_SO, reason.getText())));
    mark.setId("mend-do");
    mark.disableProperty().bind(isBlank(reason));
    reason.setOnAction(event -> mark.fire());
    return form("map.mend-not-so", reason, mark);
  }

  private VBox missingForm(MapSubject.InCluster caller) {
    var target = field("map.mend-target");
    var reason = field("map.mend-reason");
    var trouble = InspectorParts.paragraph("");
    showIf(trouble, false);
    var add = Icons.button(tools.say("map.mend-add"), () -> add(caller, target, reason, trouble));
    add.setId("mend-do");
    add.disableProperty().bind(isBlank(target).or(isBlank(reason)));
    reason.setOnAction(event -> add.fire());
    return form("map.mend-missing", target, reason, trouble, add);
  }

  private void add(MapSubject.InCluster caller, TextField target, TextField reason, Label trouble) {
    var callee = model.mendTarget(caller, target.getText());
    if (callee.isPresent()) {
      kept = Optional.empty();
      model.mend(caller.cluster(), MendTarget.missing(caller, callee.get(), reason.getText()));
    } else {
      trouble.setText(tools.say("map.mend-unknown", target.getText().strip()));
      showIf(trouble, true);
      opened.accept(trouble);
    }
  }

  /** Hidden behind a button until it is wanted. */
  private VBox form(String opener, Node... parts) {
    var body = column(6, parts);
    showIf(body, false);
    var open = Icons.button(tools.say(opener), () -> {});
    open.setId("mend-open");
    open.getStyleClass().add("flat");
    open.setOnAction(
        event -> {
          showIf(body, !body.isVisible());
          if (body.isVisible()) {
            parts[0].requestFocus();
            opened.accept(body);
          }
        });
    var form = column(6, open, body);
    form.getStyleClass().add("inspector-actions");
    return form;
  }

  private TextField field(String prompt) {
    var field = new TextField();
    field.setId(prompt.substring("map.".length()));
    field.setPromptText(tools.say(prompt));
    field.setAccessibleText(tools.say(prompt));
    return field;
  }

  private static BooleanExpression isBlank(TextField field) {
    return Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty());
  }
}
