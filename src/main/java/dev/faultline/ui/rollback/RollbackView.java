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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The confirmation: what will change, what speaks for and against it, why, and one button. */
public final class RollbackView {

  private static final double WIDTH = 920;
  private static final double CHECKS_WIDTH = 452;
  private static final KeyCombination CONFIRM =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final ScreenTools tools;
  private final RollbackViewModel model;
  private final VBox root = new VBox();
  private final EvidencePane evidence;
  private final CheckList checks;
  private final Label checksTitle = new Label();
  private final ConfirmFoot foot;
  private final HBox refusal = notice("refusal", Mark.FAILING, "fail");
  private final HBox impossible = notice("impossible", Mark.FAILING, "fail");
  private final HBox middle;
  private final Button again;

  public RollbackView(RollbackViewModel model, ScreenTools tools, Runnable onCancel) {
    this.tools = tools;
    this.model = model;
    evidence = new EvidencePane(tools);
    checks = new CheckList(tools);
    foot = new ConfirmFoot(tools, model, onCancel);
    again = Icons.button(tools.say("rollback.try-again"), model::prepare);
    again.setMinWidth(Region.USE_PREF_SIZE);
    impossible.getChildren().add(again);
    middle = middle();
    root.getStyleClass().add("rollback-dialog");
    root.setId("rollback");
    root.setPrefWidth(WIDTH);
    VBox.setVgrow(middle, Priority.ALWAYS);
    root.getChildren().setAll(head(), refusal, impossible, middle, foot);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Subscriptions.whileShown(root, this::follow);
  }

  /** For the layer over the window. */
  public Region root() {
    return root;
  }

  /** The typing begins with the reason. */
  public void focus() {
    foot.reasonField().requestFocus();
  }

  private void onKey(KeyEvent event) {
    if (CONFIRM.match(event)) {
      event.consume();
      model.confirm();
    }
  }

  private VBox head() {
    var title = new Label();
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    title.textProperty().bind(model.state().titleProperty());
    var why = new Label();
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    why.textProperty().bind(model.state().whyProperty());
    var first = PlaceChip.beside(title);
    model
        .state()
        .placeProperty()
        .get()
        .ifPresent(place -> first.getChildren().add(new PlaceChip(tools, place)));
    var menu = new VersionMenu(tools, model::choose);
    menu.show(model.state().choices());
    Subscriptions.whileShown(
        root,
        subs -> subs.follow(() -> menu.show(model.state().choices()), model.state().choices()));
    var second = Layouts.row(12, Layouts.grow(why), menu);
    second.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    var head = Layouts.column(6, first, second);
    head.getStyleClass().add("dialog-head");
    head.setMinHeight(Region.USE_PREF_SIZE);
    return head;
  }

  private HBox middle() {
    checksTitle.getStyleClass().add("section-title");
    checksTitle.setWrapText(true);
    var right = Layouts.column(9, checksTitle, checks);
    right.getStyleClass().add("confirm-column");
    var left = new FittingScroll(evidence);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setPrefWidth(WIDTH - CHECKS_WIDTH);
    left.setMinWidth(0);
    var rightScroll = new FittingScroll(right);
    rightScroll.setPrefWidth(CHECKS_WIDTH);
    rightScroll.setMinWidth(CHECKS_WIDTH);
    rightScroll.getStyleClass().add("second-column");
    return new HBox(left, rightScroll);
  }

  private void follow(Subscriptions subs) {
    var state = model.state();
    evidence.show(subs, state);
    foot.show(subs);
    subs.follow(() -> checks.show(state.checks()), state.checks());
    subs.bind(checksTitle.textProperty(), state.checksTitleProperty());
    subs.follow(state.refusalProperty(), text -> tell(refusal, text));
    subs.follow(state.impossibleProperty(), text -> tell(impossible, text));
    subs.follow(state.impossibleProperty(), text -> Layouts.showIf(middle, text.isEmpty()));
  }

  private static HBox notice(String id, Mark mark, String tone) {
    var text = new Label();
    text.setWrapText(true);
    text.setId(id);
    var row = Layouts.row(10, new MarkIcon(mark, 16, ""), Layouts.grow(text));
    row.getStyleClass().addAll("notice", "notice-" + tone);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private static void tell(HBox notice, String text) {
    ((Label) notice.getChildren().get(1)).setText(text);
    Layouts.showIf(notice, !text.isEmpty());
  }
}
