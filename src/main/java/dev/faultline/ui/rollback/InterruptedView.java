package dev.faultline.ui.rollback;

import dev.faultline.ui.control.FittingScroll;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Offers what was interrupted: undo it, leave it as it is, or look first. */
public final class InterruptedView {

  private static final double WIDTH = 720;

  private final ScreenTools tools;
  private final InterruptedViewModel model;
  private final Runnable onClose;
  private final VBox root = new VBox();
  private final VBox rows = new VBox(18);
  private final Button later;

  public InterruptedView(InterruptedViewModel model, ScreenTools tools, Runnable onClose) {
    this.tools = tools;
    this.model = model;
    this.onClose = onClose;
    var title = new Label(tools.say("interrupted.title"));
    title.getStyleClass().add("dialog-title");
    var note = new Label(tools.say("interrupted.note"));
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    var head = Layouts.column(6, title, note);
    head.getStyleClass().add("dialog-head");
    head.setMinHeight(Region.USE_PREF_SIZE);
    rows.getStyleClass().add("confirm-column");
    var middle = new FittingScroll(rows);
    VBox.setVgrow(middle, Priority.ALWAYS);
    later = Icons.button(tools.say("interrupted.later"), onClose);
    later.setId("later");
    var foot = Layouts.row(10, Layouts.spring(), later);
    foot.getStyleClass().add("dialog-foot");
    root.setId("interrupted");
    root.setPrefWidth(WIDTH);
    root.getChildren().setAll(head, middle, foot);
    Subscriptions.whileShown(root, subs -> subs.follow(this::show, model.lines()));
  }

  /** For the layer over the window. */
  public Region root() {
    return root;
  }

  /** The harmless button first. */
  public void focus() {
    later.requestFocus();
  }

  private void show() {
    rows.getChildren().setAll(model.lines().stream().map(this::row).toList());
    if (model.lines().isEmpty()) {
      onClose.run();
    }
  }

  private Region row(InterruptedLine line) {
    var title = new Label(line.title());
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    var sentence = new Label(line.sentence());
    sentence.setWrapText(true);
    var buttons = Layouts.row(10);
    if (line.interrupted().mayBeUndone()) {
      buttons.getChildren().add(button(tools.say("interrupted.undo"), () -> undo(line)));
    }
    if (line.interrupted().mayBeClosed()) {
      buttons
          .getChildren()
          .add(button(tools.say("interrupted.close-as-is"), () -> model.closeAsIs(line)));
    }
    buttons.getChildren().add(button(tools.say("interrupted.look"), () -> look(line)));
    var mark = new MarkIcon(Mark.UNKNOWN, 16, tools.say("interrupted.mark"));
    var row = Layouts.row(12, mark, Layouts.grow(Layouts.column(5, title, sentence, buttons)));
    row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    return row;
  }

  private static Button button(String text, Runnable action) {
    var button = Icons.button(text, action);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** One dialog at a time: the confirmation takes this one's place. */
  private void undo(InterruptedLine line) {
    onClose.run();
    model.undo(line);
  }

  private void look(InterruptedLine line) {
    onClose.run();
    model.look(line);
  }
}
