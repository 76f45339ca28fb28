package dev.faultline.ui.rollback;

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
import java.util.Comparator;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The journal: a table of all rollbacks, and below it what became of the chosen one. */
public final class JournalView {

  private static final Duration AGES_GO_ON = Duration.seconds(30);
  private static final double DETAILS_HEIGHT = 210;

  private final ScreenTools tools;
  private final JournalViewModel model;
  private final VBox root = new VBox(12);
  private final VBox problems = new VBox(4);
  private final TableView<JournalRow> table = new TableView<>();
  private final VBox details = new VBox(4);
  private final Region detailsCard;
  private String chosen = "";

  public JournalView(JournalViewModel model, ScreenTools tools) {
    this.tools = tools;
    this.model = model;
    var title = new Label(tools.say("journal.title"));
    title.getStyleClass().add("screen-title");
    var note = new CutLabel(tools.say("journal.note"), "muted");
    problems.getStyleClass().addAll("notice", "notice-warn", "journal-problems");
    table.setId("journal");
    table.setAccessibleText(tools.say("journal.title"));
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    var scroll = new ScrollPane(details);
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(DETAILS_HEIGHT);
    scroll.setMinHeight(DETAILS_HEIGHT);
    details.getStyleClass().add("journal-details");
    detailsCard = Layouts.card(scroll);
    var rows = new RowsInSteps(table);
    var tableCard = Layouts.card(rows);
    tableCard.setMinHeight(120);
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(tableCard, Priority.ALWAYS);
    root.getStyleClass().add("journal-screen");
    root.getChildren().setAll(Layouts.column(3, title, note), problems, tableCard, detailsCard);
    Subscriptions.whileShown(root, this::follow);
  }

  public Parent root() {
    return root;
  }

  private void follow(Subscriptions subs) {
    subs.add(model.follow());
    var ages = new Timeline(new KeyFrame(AGES_GO_ON, tick -> model.refresh()));
    ages.setCycleCount(Timeline.INDEFINITE);
    ages.play();
    subs.add(ages::stop);
    subs.follow(this::showRows, model.rows(), model.readProperty());
    subs.follow(this::showProblems, model.problems());
    subs.follow(table.getSelectionModel().selectedItemProperty(), this::showDetails);
  }

  /** The chosen entry stays chosen when the ages of all go on. */
  private void showRows() {
    var keep = chosen;
    table.setPlaceholder(model.readProperty().get() ? empty() : new Label(""));
    table.getItems().setAll(model.rows());
    model.rows().stream()
        .filter(row -> row.id().equals(keep))
        .findFirst()
        .ifPresent(row -> table.getSelectionModel().select(row));
  }

  private Node empty() {
    return new EmptyState(
        Feather.ROTATE_CCW, tools.say("journal.empty"), tools.say("journal.empty-more"));
  }

  private void showProblems() {
    Layouts.showIf(problems, !model.problems().isEmpty());
    problems
        .getChildren()
        .setAll(model.problems().stream().map(problem -> new CutLabel(problem)).toList());
  }

  private void showDetails(@Nullable JournalRow row) {
    Layouts.showIf(detailsCard, row != null);
    details.getChildren().clear();
    if (row == null) {
      return;
    }
    chosen = row.id();
    var title = new CutLabel(row.service().describe() + " " + row.change(), "strong");
    details.getChildren().add(Layouts.row(10, Layouts.grow(title), actions(row, true)));
    for (String line : row.details()) {
      var label = new Label(line);
      label.setWrapText(true);
      details.getChildren().add(label);
    }
  }

  private List<javafx.scene.control.TableColumn<JournalRow, ?>> columns() {
    var time = Comparator.comparing(JournalRow::time);
    return List.of(
        Columns.of(
            "journal-time",
            tools.say("journal.time"),
            235,
            time,
            row -> new CutLabel(row.when(), "mono")),
        Columns.text(
            "journal-cluster",
            tools.say("journal.cluster"),
            100,
            row -> row.service().cluster().name()),
        Columns.text(
            "journal-service", tools.say("journal.service"), 130, row -> row.service().path()),
        Columns.text(
            "journal-change", tools.say("journal.change"), 130, JournalRow::change, "mono"),
        Columns.text("journal-who", tools.say("journal.who"), 80, JournalRow::who),
        Columns.text("journal-reason", tools.say("journal.reason"), 240, JournalRow::reason),
        Columns.of(
            "journal-outcome",
            tools.say("journal.outcome"),
            130,
            Comparator.comparing(JournalRow::end),
            this::outcome),
        Columns.of("journal-action", "", 90, time, row -> actions(row, false)));
  }

  private Node outcome(JournalRow row) {
    return Layouts.row(7, new MarkIcon(mark(row.end()), 14, ""), new CutLabel(row.outcome()));
  }

  private Node actions(JournalRow row, boolean whole) {
    Button button =
        row.run().isPresent()
            ? Icons.button(tools.say("journal.watch"), () -> model.watch(row))
            : Icons.button(tools.say("journal.undo"), () -> model.undo(row));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId((whole ? "details-action-" : "action-") + row.id());
    button.getStyleClass().add(whole ? "secondary" : "flat");
    if (row.run().isPresent() || row.mayBeUndone()) {
      return button;
    }
    button.setDisable(true);
    button.setAccessibleHelp(row.obstacle());
    var holder = new StackPane(button); // A disabled button hears no mouse.
    holder.setMinWidth(Region.USE_PREF_SIZE);
    holder.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Tooltip.install(holder, new Tooltip(row.obstacle()));
    return holder;
  }

  private static Mark mark(JournalRow.End end) {
    return switch (end) {
      case VERIFIED -> Mark.HEALTHY;
      case NOT_VERIFIED -> Mark.DEGRADED;
      case FAILED -> Mark.FAILING;
      case REFUSED -> Mark.IDLE;
      case UNKNOWN, OPEN -> Mark.UNKNOWN;
      case RUNNING -> Mark.PROGRESSING;
    };
  }
}
