package dev.faultline.ui.service;

import dev.faultline.catalog.ServiceEvents;
import dev.faultline.model.ClusterEvent;
import dev.faultline.model.Redaction;
import dev.faultline.text.Ages;
import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.RowsInSteps;
import dev.faultline.ui.fx.ScreenTools;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the cluster said lately of a service, its revisions and its pods. */
final class EventsTab {

  private final ScreenTools tools;
  private final TableView<ClusterEvent> table = new TableView<>();
  private final VBox root;

  EventsTab(ScreenTools tools) {
    this.tools = tools;
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setPlaceholder(new Label(tools.say("service.noEvents")));
    var rows = new RowsInSteps(table);
    VBox.setVgrow(rows, Priority.ALWAYS);
    var card = Layouts.card(rows);
    VBox.setVgrow(card, Priority.ALWAYS);
    this.root = new VBox(card);
    root.getStyleClass().add("service-tab");
  }

  Node root() {
    return root;
  }

  void show(ServicePage page) {
    if (!page.events().equals(table.getItems())) {
      table.getItems().setAll(page.events());
      table.sort();
    }
  }

  private List<TableColumn<ClusterEvent, ?>> columns() {
    return List.of(
        Columns.of(
            "time",
            tools.say("service.time"),
            150,
            Comparator.comparing(ServiceEvents::time),
            event -> new dev.faultline.ui.control.CutLabel(when(event), "muted")),
        Columns.of(
            "type",
            tools.say("service.type"),
            90,
            Comparator.comparing(ClusterEvent::type),
            this::type),
        Columns.text("reason", tools.say("service.reason"), 150, ClusterEvent::reason, "strong"),
        Columns.text(
            "object", tools.say("service.object"), 210, event -> event.regarding().name(), "mono"),
        Columns.text(
            "count",
            tools.say("service.count"),
            66,
            event -> Integer.toString(event.count()),
            "mono"),
        Columns.text(
            "message",
            tools.say("service.message"),
            420,
            event -> Redaction.text(event.message())));
  }

  private String when(ClusterEvent event) {
    var now = tools.clock().instant();
    var time = ServiceEvents.time(event);
    return tools.say("service.timeAndAge", Moments.shortUtc(time, now), Ages.age(time, now));
  }

  private Node type(ClusterEvent event) {
    return new Badge(
        event.type(), event.type().equals("Normal") ? Badge.Tone.NEUTRAL : Badge.Tone.WARN);
  }
}
