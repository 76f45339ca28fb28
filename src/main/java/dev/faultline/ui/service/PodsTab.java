package dev.faultline.ui.service;

import dev.faultline.model.Pod;
import dev.faultline.model.Revision;
import dev.faultline.text.Ages;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.control.RowsInSteps;
import dev.faultline.ui.fx.ScreenTools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pods of a service, each with the version it runs. */
final class PodsTab {

  /**
   * A pod as a row.
   *
   * @param version that it runs, or a dash
   */
  private record PodRow(Pod pod, String version) {}

  private final ServiceViewModel model;
  private final ScreenTools tools;
  private final TableView<PodRow> table = new TableView<>();
  private final VBox root;

  PodsTab(ServiceViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    table.setId("pods-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setPlaceholder(new Label(tools.say("service.noPods")));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openLogs();
            event.consume();
          }
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openLogs();
          }
        });
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
    int selected = table.getSelectionModel().getSelectedIndex();
    table
        .getItems()
        .setAll(
            page.service().pods().stream()
                .map(
                    pod ->
                        new PodRow(
                            pod,
                            page.revisionOf(pod)
                                .map(Revision::version)
                                .map(version -> version.text())
                                .orElse("–")))
                .toList());
    table.sort();
    table.getSelectionModel().select(selected);
  }

  /** The log of the pod's first container that is not ready, or of its first. */
  private void openLogs() {
    var row = table.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    var logs = model.logs();
    logs.sourcesProperty().get().stream()
        .filter(source -> source.pod().equals(row.pod().ref()))
        .findFirst()
        .ifPresent(source -> logs.sourceProperty().set(java.util.Optional.of(source)));
    model.partProperty().set(dev.faultline.workspace.Navigator.ServicePart.LOGS);
  }

  private List<TableColumn<PodRow, ?>> columns() {
    var mark =
        Columns.<PodRow>of(
            "mark", "", 40, Comparator.comparing(row -> row.pod().ready()), this::mark);
    mark.setMinWidth(40);
    mark.setMaxWidth(40);
    return List.of(
        mark,
        Columns.text("pod", tools.say("service.pod"), 230, row -> row.pod().ref().name(), "mono"),
        Columns.text("version", tools.say("service.version"), 90, PodRow::version, "mono"),
        Columns.text("ready", tools.say("service.ready"), 66, PodsTab::ready, "mono"),
        Columns.text("state", tools.say("service.state"), 350, PodsTab::state),
        Columns.text(
            "restarts",
            tools.say("service.restarts"),
            78,
            row -> Integer.toString(row.pod().restarts()),
            "mono"),
        Columns.text("age", tools.say("service.age"), 78, this::age, "muted"),
        Columns.text("node", tools.say("service.node"), 90, row -> row.pod().node(), "muted"),
        Columns.text("ip", tools.say("service.ip"), 110, row -> row.pod().ip(), "mono", "muted"));
  }

  private Node mark(PodRow row) {
    var pod = row.pod();
    if (pod.ready()) {
      return new MarkIcon(Mark.HEALTHY, 15, tools.say("service.podReady"));
    }
    boolean broken =
        pod.containers().stream()
            .anyMatch(one -> one.state().equals("waiting") && one.restarts() > 0);
    return broken || pod.phase().equals("Failed")
        ? new MarkIcon(Mark.FAILING, 15, tools.say("service.podFails"))
        : new MarkIcon(Mark.DEGRADED, 15, tools.say("service.podNotReady"));
  }

  private static String ready(PodRow row) {
    var all = row.pod().containers().stream().filter(one -> !one.init()).toList();
    return all.stream().filter(one -> one.ready()).count() + "/" + all.size();
  }

  /** The phase alone says "Running" of a container that crashes again and again. */
  private static String state(PodRow row) {
    var pod = row.pod();
    var words = new ArrayList<String>();
    words.add(pod.reason().isEmpty() ? pod.phase() : pod.reason());
    pod.containers().stream()
        .filter(one -> !one.ready() && !one.reason().isEmpty())
        .forEach(
            one ->
                words.add(
                    one.name()
                        + " "
                        + one.reason()
                        + one.lastExit().map(exit -> " (exit " + exit.code() + ")").orElse("")));
    return String.join(", ", words);
  }

  private String age(PodRow row) {
    Instant now = tools.clock().instant();
    return row.pod().meta().created().map(time -> Ages.age(time, now)).orElse("–");
  }
}
