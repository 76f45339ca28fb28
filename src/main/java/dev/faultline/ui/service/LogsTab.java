package dev.faultline.ui.service;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.ListEnd;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The log of one container: lines of one height, so that a hundred thousand of them scroll well.
 */
final class LogsTab {

  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final int LONGEST_SHOWN = 2_000;

  private final LogsViewModel model;
  private final ScreenTools tools;
  private final ComboBox<LogSource> source = new ComboBox<>();
  private final CheckBox previous = new CheckBox();
  private final CheckBox follow = new CheckBox();
  private final TextField search = new TextField();
  private final CutLabel state = new CutLabel("", "muted");
  private final ListView<String> list = new ListView<>();
  private final ListEnd end = new ListEnd(list);
  private final VBox root;
  private boolean selecting;

  LogsTab(LogsViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    source.setCellFactory(unused -> sourceCell());
    source.setButtonCell(sourceCell());
    source.setConverter(new Told<>(LogsTab::words));
    source.setPrefWidth(330);
    source.setMinWidth(120);
    previous.setMinWidth(Region.USE_PREF_SIZE);
    follow.setMinWidth(Region.USE_PREF_SIZE);
    search.setMinWidth(80);
    source.setId("log-source");
    source.setAccessibleText(tools.say("service.logOf"));
    source
        .valueProperty()
        .addListener(
            (value, before, now) -> {
              if (!selecting && now != null) {
                model.sourceProperty().set(Optional.of(now));
              }
            });
    previous.setText(tools.say("service.previousRun"));
    previous.setId("log-previous");
    follow.setText(tools.say("service.follow"));
    follow.setId("log-follow");
    search.setPromptText(tools.say("service.searchLog"));
    search.setPrefColumnCount(18);
    search.setId("log-search");
    search.setOnAction(event -> find(true));
    var before =
        Icons.iconButton(Feather.CHEVRON_UP, tools.say("service.before"), () -> find(false));
    var next = Icons.iconButton(Feather.CHEVRON_DOWN, tools.say("service.next"), () -> find(true));
    var save = Icons.button(tools.say("service.save"), Feather.DOWNLOAD, model::save);
    var bar =
        Layouts.row(10, source, previous, follow, Layouts.spring(), search, before, next, save);
    list.setId("log-lines");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(unused -> new LineCell());
    list.setPlaceholder(new Label(tools.say("service.noLines")));
    list.getStyleClass().add("log-lines");
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    VBox.setVgrow(list, Priority.ALWAYS);
    var card = Layouts.card(list);
    VBox.setVgrow(card, Priority.ALWAYS);
    this.root = new VBox(10, bar, card, state);
    root.getStyleClass().add("service-tab");
  }

  Node root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    subscriptions.bindBoth(previous.selectedProperty(), model.previousProperty());
    subscriptions.bindBoth(follow.selectedProperty(), model.followingProperty());
    subscriptions.bindBoth(search.textProperty(), model.searchProperty());
    subscriptions.follow(model.sourcesProperty(), this::showSources);
    subscriptions.follow(model.sourceProperty(), this::showSource);
    subscriptions.follow(() -> showState(), model.stateProperty(), model.lines());
    list.setItems(model.lines());
    subscriptions.follow(this::showNewest, model.lines());
    subscriptions.follow(model.searchProperty(), ignored -> list.refresh());
  }

  private void showSources(List<LogSource> sources) {
    selecting = true;
    source.getItems().setAll(sources);
    selecting = false;
    showSource(model.sourceProperty().get());
  }

  private void showSource(Optional<LogSource> chosen) {
    selecting = true;
    source.setValue(chosen.orElse(null));
    previous.setDisable(chosen.filter(LogSource::ran).isEmpty());
    selecting = false;
  }

  private void showState() {
    int count = model.lines().size();
    var lines = tools.words().count("service.oneLine", "service.someLines", count);
    var most = count >= LogsViewModel.MOST ? "  " + tools.say("service.oldestGone") : "";
    state.setText(lines + most + "  " + model.stateProperty().get());
  }

  /** While it is followed the newest line stays in view, unless somebody has scrolled away. */
  private void showNewest() {
    if (model.lines().isEmpty()) {
      end.comeBack();
    } else if (follow.isSelected() && list.getSelectionModel().getSelectedIndices().size() <= 1) {
      end.show();
    }
  }

  private void find(boolean forward) {
    model.find(
        list.getSelectionModel().getSelectedIndex(),
        forward,
        at -> {
          end.leave();
          list.getSelectionModel().clearAndSelect(at);
          list.scrollTo(Math.max(0, at - 5));
        });
  }

  private void onKey(KeyEvent event) {
    if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
      var content = new ClipboardContent();
      content.putString(
          list.getSelectionModel().getSelectedItems().stream().collect(Collectors.joining("\n")));
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    } else if (new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN).match(event)) {
      search.requestFocus();
      event.consume();
    }
  }

  private static String words(LogSource item) {
    return item.pod().name() + "  " + item.container() + "  " + item.version();
  }

  private ListCell<LogSource> sourceCell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(LogSource item, boolean empty) {
        super.updateItem(item, empty);
        var words = empty || item == null ? "" : words(item);
        setText(words);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
      }
    };
  }

  private final class LineCell extends ListCell<String> {
    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      var wanted = model.searchProperty().get().toLowerCase(Locale.ROOT);
      boolean found =
          line != null && !wanted.isEmpty() && line.toLowerCase(Locale.ROOT).contains(wanted);
      pseudoClassStateChanged(FOUND, found);
      setText(empty || line == null ? "" : shortened(line));
    }

    private static String shortened(String line) {
      return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
  }
}
