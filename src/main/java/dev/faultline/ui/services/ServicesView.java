package dev.faultline.ui.services;

import dev.faultline.model.Health;
import dev.faultline.text.Ages;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.EmptyState;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.control.RowsInSteps;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All services in one table: the worst first, sorted and narrowed as one likes. */
public final class ServicesView {

  private final ServicesViewModel model;
  private final ScreenTools tools;
  private final TableView<ServiceRow> table = new TableView<>();
  private final TextField filter = new TextField();
  private final Label count = new Label();
  private final VBox root;
  private ContextMenu menu = new ContextMenu();
  private boolean selecting;

  public ServicesView(ServicesViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    var title = new Label(tools.say("services.title"));
    title.getStyleClass().add("screen-title");
    count.getStyleClass().add("muted");
    filter.setPromptText(tools.say("services.filter"));
    filter.setAccessibleText(tools.say("services.filter"));
    filter.setPrefColumnCount(26);
    filter.setId("services-filter");
    var head = Layouts.row(12, title, count, Layouts.spring(), filter);
    prepareTable();
    var rows = new RowsInSteps(table);
    var card = Layouts.card(rows);
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    this.root = new VBox(14, head, card);
    root.getStyleClass().add("services");
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.bindBoth(filter.textProperty(), model.filterProperty());
    subscriptions.follow(model.rowsProperty(), this::show);
    subscriptions.follow(
        model.severalClustersProperty(),
        several -> column("cluster").ifPresent(column -> column.setVisible(several)));
    subscriptions.follow(model.selectedProperty(), ignored -> select());
    model.follow(subscriptions);
  }

  private void prepareTable() {
    table.setId("services-table");
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setPlaceholder(
        new EmptyState(
            Feather.SERVER, tools.say("services.noneTitle"), tools.say("services.noneText")));
    table.setRowFactory(unused -> row());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (selection, before, now) -> {
              if (!selecting && now != null) {
                model.selectedProperty().set(Optional.of(now.service().ref()));
              }
            });
    table.setOnKeyPressed(
        event -> {
          var row = table.getSelectionModel().getSelectedItem();
          if (row != null && event.getCode() == KeyCode.ENTER) {
            model.open(row);
            event.consume();
          }
        });
    // A pointer asks on a row; the keyboard asks for the one that is selected.
    table.setOnContextMenuRequested(
        event -> {
          var row = table.getSelectionModel().getSelectedItem();
          if (row != null && event.isKeyboardTrigger()) {
            showMenu(row, event);
          }
        });
  }

  private TableRow<ServiceRow> row() {
    var row = new TableRow<ServiceRow>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !row.isEmpty()) {
            model.open(row.getItem());
          }
        });
    row.setOnContextMenuRequested(
        event -> {
          if (!row.isEmpty()) {
            showMenu(row.getItem(), event);
          }
        });
    return row;
  }

  private void showMenu(ServiceRow row, ContextMenuEvent event) {
    menu.hide();
    var open = new MenuItem(tools.say("services.open"), Icons.icon(Feather.SERVER, 14));
    open.setOnAction(chosen -> model.open(row));
    var map = new MenuItem(tools.say("services.showOnMap"), Icons.icon(Feather.SHARE_2, 14));
    map.setOnAction(chosen -> model.showOnMap(row));
    var back = new MenuItem(tools.say("services.rollBack"), Icons.icon(Feather.ROTATE_CCW, 14));
    back.setOnAction(chosen -> model.rollBack(row));
    menu = new ContextMenu(open, map, back);
    menu.show(table, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private List<TableColumn<ServiceRow, ?>> columns() {
    return List.of(
        Columns.kept(
            Columns.of(
                "health", tools.say("services.health"), 118, ServiceRow.WORST_FIRST, this::health)),
        Columns.text(
            "cluster",
            tools.say("services.cluster"),
            120,
            row -> row.service().ref().cluster().name(),
            "muted"),
        Columns.kept(
            Columns.text(
                "namespace",
                tools.say("services.namespace"),
                92,
                row -> row.service().ref().namespace(),
                "muted")),
        Columns.kept(
            Columns.text(
                "name",
                tools.say("services.name"),
                158,
                row -> row.service().ref().name(),
                "strong")),
        Columns.text(
            "version",
            tools.say("services.version"),
            100,
            row -> row.service().version().text(),
            "mono"),
        Columns.kept(
            Columns.of(
                "changed",
                tools.say("services.changed"),
                98,
                Comparator.comparing((ServiceRow row) -> row.lastChange().orElse(Instant.EPOCH)),
                this::changed)),
        Columns.kept(
            Columns.of(
                "ready",
                tools.say("services.ready"),
                66,
                Comparator.comparingInt(row -> row.service().replicas().ready()),
                row ->
                    new CutLabel(
                        row.service().replicas().ready() + "/" + row.service().replicas().wanted(),
                        "mono"))),
        Columns.kept(
            Columns.of(
                "restarts",
                tools.say("services.restarts"),
                80,
                Comparator.comparingInt(row -> row.service().restarts()),
                row -> new CutLabel(Integer.toString(row.service().restarts()), "mono"))),
        Columns.kept(
            Columns.of(
                "nodes",
                tools.say("services.nodes"),
                64,
                Comparator.comparingInt(ServiceRow::nodes),
                row ->
                    new CutLabel(row.nodes() == 0 ? "–" : Integer.toString(row.nodes()), "mono"))),
        Columns.kept(
            Columns.text(
                "kind",
                tools.say("services.kind"),
                106,
                row -> row.service().ref().kind().name(),
                "muted")),
        Columns.text(
            "owner",
            tools.say("services.owner"),
            100,
            row -> row.service().ownership().describe(),
            "muted"),
        Columns.text("why", tools.say("services.why"), 180, ServiceRow::why, "muted"));
  }

  private Node health(ServiceRow row) {
    var status = row.service().health().status();
    var words = word(status);
    return Layouts.row(8, new MarkIcon(mark(status), 15, words), new CutLabel(words));
  }

  private Node changed(ServiceRow row) {
    var label =
        new CutLabel(
            row.lastChange()
                .map(time -> tools.say("services.ago", Ages.age(time, tools.clock().instant())))
                .orElse("–"),
            "muted");
    row.lastChange().ifPresent(time -> label.setAccessibleText(Ages.utc(time)));
    return label;
  }

  private String word(Health.Status status) {
    return switch (status) {
      case FAILING -> tools.say("services.failing");
      case DEGRADED -> tools.say("services.degraded");
      case UNKNOWN -> tools.say("services.unknown");
      case PROGRESSING -> tools.say("services.progressing");
      case PAUSED -> tools.say("services.paused");
      case IDLE -> tools.say("services.idle");
      case HEALTHY -> tools.say("services.healthy");
    };
  }

  private static Mark mark(Health.Status status) {
    return Mark.valueOf(status.name());
  }

  private void show(List<ServiceRow> rows) {
    selecting = true;
    // The order that was chosen by a click on a head stays, whatever comes in.
    table.getItems().setAll(rows);
    table.sort();
    selecting = false;
    long all = model.all();
    count.setText(
        rows.size() == all
            ? tools.words().count("services.one", "services.some", all)
            : tools.say("services.someOf", rows.size(), all));
    select();
  }

  private void select() {
    var wanted = model.selectedProperty().get();
    selecting = true;
    var selection = table.getSelectionModel();
    var row =
        wanted.flatMap(
            ref ->
                table.getItems().stream()
                    .filter(one -> one.service().ref().equals(ref))
                    .findFirst());
    row.ifPresentOrElse(selection::select, selection::clearSelection);
    selecting = false;
  }

  private Optional<TableColumn<ServiceRow, ?>> column(String id) {
    return table.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst();
  }
}
