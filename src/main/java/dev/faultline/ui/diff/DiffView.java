package dev.faultline.ui.diff;

import dev.faultline.ui.control.EmptyState;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.Workspace;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The diff screen: what is compared, the changes that matter, and the text. */
public final class DiffView {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final DiffViewModel vm;
  private final ScreenTools tools;
  private final TextPane text;
  private final VBox shown;
  private final StackPane middle = new StackPane();
  private final VBox root;

  /**
   * @param vm what is shown
   */
  public DiffView(DiffViewModel vm, ScreenTools tools) {
    this.vm = vm;
    this.tools = tools;
    this.text = new TextPane(vm, tools);
    var changes = Layouts.card(new ChangeTable(vm, tools).table());
    changes.getStyleClass().add("diff-changes");
    VBox.setVgrow(text.root(), Priority.ALWAYS);
    this.shown = new VBox(12, changes, text.root());
    this.root = new VBox(12, new DiffHeader(vm, tools).root(), middle);
    root.getStyleClass().add("diff-screen");
    VBox.setVgrow(middle, Priority.ALWAYS);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Subscriptions.whileShown(root, this::subscribe);
  }

  /** The whole screen. */
  public Parent root() {
    return root;
  }

  private void subscribe(Subscriptions subscriptions) {
    var newest = new Latest<Workspace>(tools.fx(), vm::follow);
    subscriptions.add(vm.subscribe(newest::offer));
    subscriptions.follow(vm.state(), this::show);
  }

  private void show(DiffState state) {
    Node node =
        switch (state) {
          case DiffState.Nothing ignored ->
              card(
                  new EmptyState(
                      Feather.COLUMNS, tools.say("diff.nothing"), tools.say("diff.nothing-text")));
          case DiffState.Working ignored ->
              card(
                  new EmptyState(
                      Feather.LOADER, tools.say("diff.working"), tools.say("diff.working-text")));
          case DiffState.Shown ignored -> shown;
          case DiffState.Equal equal -> card(equal(equal.noise()));
          case DiffState.Trouble trouble ->
              card(new EmptyState(Feather.ALERT_TRIANGLE, trouble.title(), trouble.sentence()));
        };
    if (!middle.getChildren().equals(java.util.List.of(node))) {
      middle.getChildren().setAll(node);
    }
  }

  private EmptyState equal(int noise) {
    if (noise == 0) {
      return new EmptyState(
          Feather.CHECK_CIRCLE, tools.say("diff.equal"), tools.say("diff.equal-text"));
    }
    return new EmptyState(
        Feather.CHECK_CIRCLE,
        tools.say("diff.equal-meaning"),
        tools.words().count("diff.equal-noise.one", "diff.equal-noise.many", noise),
        Icons.button(tools.say("diff.noise.show"), () -> vm.raw().set(true)));
  }

  private static Node card(EmptyState state) {
    var card = Layouts.card(state);
    VBox.setVgrow(state, Priority.ALWAYS);
    return card;
  }

  private void onKey(KeyEvent event) {
    if (!(vm.state().get() instanceof DiffState.Shown)) {
      return;
    }
    if (FIND.match(event)) {
      text.openSearch();
      event.consume();
    } else if (event.getCode() == KeyCode.F7) {
      if (event.isShiftDown()) {
        vm.text().previous();
      } else {
        vm.text().next();
      }
      event.consume();
    }
  }
}
