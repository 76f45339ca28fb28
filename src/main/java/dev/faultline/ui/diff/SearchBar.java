package dev.faultline.ui.diff;

import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The field that looks for words in the text. */
final class SearchBar {

  private final TextField field = new TextField();
  private final HBox root;
  private final TextSearch search;
  private final Runnable onClosed;

  SearchBar(TextSearch search, ScreenTools tools, Runnable onClosed) {
    this.search = search;
    this.onClosed = onClosed;
    field.setPromptText(tools.say("diff.search.prompt"));
    field.setAccessibleText(tools.say("diff.search.prompt"));
    field.setPrefColumnCount(18);
    field.setId("diff-search");
    var found = new Label();
    found.getStyleClass().add("muted");
    found.setMinWidth(HBox.USE_PREF_SIZE);
    root =
        Layouts.row(
            6,
            field,
            found,
            Icons.iconButton(
                Feather.CHEVRON_UP, tools.say("diff.search.previous"), search::previous),
            Icons.iconButton(Feather.CHEVRON_DOWN, tools.say("diff.search.next"), search::next),
            Icons.iconButton(Feather.X, tools.say("diff.search.close"), this::close));
    root.getStyleClass().add("diff-search-bar");
    Layouts.showIf(root, false);
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
              search.previous();
            } else {
              search.next();
            }
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    Subscriptions.whileShown(
        root,
        subscriptions -> {
          subscriptions.bindBoth(field.textProperty(), search.query());
          subscriptions.follow(
              () -> found.setText(count(tools)), search.query(), search.count(), search.at());
        });
  }

  private String count(ScreenTools tools) {
    if (search.query().get().isBlank()) {
      return "";
    }
    return search.count().get() == 0
        ? tools.say("diff.search.none")
        : tools.say("diff.search.count", search.at().get() + 1, search.count().get());
  }

  Node root() {
    return root;
  }

  void open() {
    Layouts.showIf(root, true);
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    search.query().set("");
    Layouts.showIf(root, false);
    onClosed.run();
  }
}
