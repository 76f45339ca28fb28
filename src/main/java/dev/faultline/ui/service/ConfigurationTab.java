package dev.faultline.ui.service;

import dev.faultline.catalog.Setting;
import dev.faultline.catalog.Setting.Value;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.RowsInSteps;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The environment that the containers of one revision find, and where each entry comes from. */
final class ConfigurationTab {

  private final ServiceViewModel model;
  private final ScreenTools tools;
  private final ComboBox<VersionRow> version = new ComboBox<>();
  private final TextField filter = new TextField();
  private final ObservableList<Setting> settings = FXCollections.observableArrayList();
  private final FilteredList<Setting> filtered = new FilteredList<>(settings);
  private final TableView<Setting> table = new TableView<>();
  private final VBox root;
  private boolean selecting;

  ConfigurationTab(ServiceViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    version.setCellFactory(unused -> cell());
    version.setButtonCell(cell());
    version.setConverter(new Told<>(this::words));
    version.setAccessibleText(tools.say("service.versionOf"));
    version
        .valueProperty()
        .addListener(
            (value, before, now) -> {
              if (!selecting && now != null) {
                model.selectedProperty().set(Optional.of(now.revision().id()));
              }
            });
    filter.setPromptText(tools.say("service.filterSettings"));
    filter.setPrefColumnCount(24);
    filter.textProperty().addListener(change -> narrow());
    var sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setPlaceholder(new Label(tools.say("service.noSettings")));
    var rows = new RowsInSteps(table);
    VBox.setVgrow(rows, Priority.ALWAYS);
    var card = Layouts.card(rows);
    VBox.setVgrow(card, Priority.ALWAYS);
    var caption = new Label(tools.say("service.versionOf"));
    caption.getStyleClass().add("muted");
    this.root = new VBox(12, Layouts.row(8, caption, version, Layouts.spring(), filter), card);
    root.getStyleClass().add("service-tab");
  }

  Node root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(model.configurationProperty(), settings::setAll);
    subscriptions.follow(this::select, model.selectedProperty(), model.pageProperty());
  }

  void show(ServicePage page) {
    selecting = true;
    version.getItems().setAll(page.versions());
    selecting = false;
    select();
  }

  private void select() {
    selecting = true;
    model.selectedRow().ifPresent(version::setValue);
    selecting = false;
  }

  private void narrow() {
    var wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    filtered.setPredicate(
        setting ->
            setting.name().toLowerCase(Locale.ROOT).contains(wanted)
                || setting.value().shown().toLowerCase(Locale.ROOT).contains(wanted)
                || setting.source().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private List<TableColumn<Setting, ?>> columns() {
    return List.of(
        Columns.text("container", tools.say("service.container"), 130, Setting::container, "muted"),
        Columns.text("name", tools.say("service.settingName"), 240, Setting::name, "mono"),
        Columns.of(
            "value",
            tools.say("service.settingValue"),
            330,
            Comparator.comparing(setting -> setting.value().shown()),
            this::value),
        Columns.text("source", tools.say("service.settingSource"), 330, Setting::source, "muted"));
  }

  private Node value(Setting setting) {
    return switch (setting.value()) {
      case Value.Known known -> new CutLabel(known.shown(), "mono");
      case Value.Hidden hidden -> new CutLabel(hidden.shown(), "muted");
      case Value.AtStart start -> new CutLabel(start.shown(), "muted");
      case Value.Missing missing -> new CutLabel(missing.shown(), "fail-text");
      case Value.NotChecked not -> new CutLabel(not.shown(), "warn-text");
    };
  }

  private ListCell<VersionRow> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(VersionRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? "" : words(row));
      }
    };
  }

  private String words(VersionRow row) {
    var version = row.revision().version().text() + "  " + row.number();
    return row.revision().current() ? version + "  " + tools.say("service.now") : version;
  }
}
