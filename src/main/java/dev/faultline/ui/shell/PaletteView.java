package dev.faultline.ui.shell;

import dev.faultline.model.Health;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The command palette: a field, and below it what fits. */
final class PaletteView {

  private final PaletteViewModel model;
  private final ScreenTools tools;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<PaletteEntry> list = new ListView<>();
  private final VBox root;

  /**
   * @param close takes the palette away
   */
  PaletteView(PaletteViewModel model, ScreenTools tools, Runnable close) {
    this.model = model;
    this.tools = tools;
    this.close = close;
    field.setPromptText(tools.say("shell.search"));
    field.setAccessibleText(tools.say("shell.search"));
    field.setId("palette-field");
    field.textProperty().bindBidirectional(model.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setCellFactory(unused -> new Cell());
    list.setOnMouseClicked(event -> run());
    list.setPlaceholder(new Label(tools.say("shell.paletteNothing")));
    this.root = new VBox(field, list);
    root.getStyleClass().add("palette");
    model.resultsProperty().addListener((results, before, now) -> show(now));
    show(model.resultsProperty().get());
  }

  VBox root() {
    return root;
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void show(List<PaletteEntry> results) {
    list.getItems().setAll(results);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(8);
      case PAGE_UP -> move(-8);
      case ENTER -> run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = list.getItems().size();
    if (size > 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - 6));
    }
  }

  private void run() {
    var entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      close.run();
      entry.action().run();
    }
  }

  private final class Cell extends ListCell<PaletteEntry> {
    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(null);
      setGraphic(empty || entry == null ? null : line(entry));
    }

    private Node line(PaletteEntry entry) {
      var sort =
          switch (entry.sort()) {
            case SERVICE -> tools.say("shell.paletteService");
            case VERSION -> tools.say("shell.paletteVersion");
            case COMMAND -> tools.say("shell.paletteCommand");
          };
      return Layouts.row(
          10,
          mark(entry),
          new CutLabel(entry.title(), "strong"),
          Layouts.grow(new CutLabel(entry.detail().get(), "muted")),
          new CutLabel(sort, "muted"));
    }

    private Node mark(PaletteEntry entry) {
      return PaletteViewModel.health(entry)
          .<Node>map(
              status ->
                  status == Health.Status.FAILING
                      ? new MarkIcon(Mark.FAILING, 15, tools.say("shell.failing"))
                      : new MarkIcon(Mark.DEGRADED, 15, tools.say("shell.degraded")))
          .orElseGet(
              () ->
                  switch (entry.sort()) {
                    case SERVICE -> Icons.icon(Feather.SERVER, 15);
                    case VERSION -> Icons.icon(Feather.TAG, 15);
                    case COMMAND -> Icons.icon(Feather.CHEVRON_RIGHT, 15);
                  });
    }
  }
}
