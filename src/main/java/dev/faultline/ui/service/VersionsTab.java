package dev.faultline.ui.service;

import dev.faultline.text.Ages;
import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.control.RowsInSteps;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The revisions that the cluster still holds; beside them what the selected one changed. */
final class VersionsTab {

  private static final Comparator<VersionRow> NEWEST_FIRST =
      Comparator.comparing(row -> row.revision().number());

  private final ServiceViewModel model;
  private final ScreenTools tools;
  private final TableView<VersionRow> table = new TableView<>();
  private final Label note = new Label();
  private final VersionCards cards;
  private final HBox root;
  private boolean selecting;

  VersionsTab(ServiceViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.cards = new VersionCards(model, tools);
    table.setId("versions-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getColumns().setAll(columns());
    Columns.tellCutHeads(table);
    table.setPlaceholder(new Label(tools.say("service.noVersions")));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((selection, before, now) -> select(now));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.selectedRow().ifPresent(model::openDiff);
            event.consume();
          }
        });
    note.getStyleClass().addAll("muted", "service-note");
    note.setWrapText(true);
    var rows = new RowsInSteps(table);
    VBox.setVgrow(rows, Priority.ALWAYS);
    var card = Layouts.card(rows, note);
    HBox.setHgrow(card, Priority.ALWAYS);
    this.root = new HBox(16, card, cards.root());
    root.getStyleClass().add("service-tab");
  }

  Node root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    cards.subscribe(subscriptions);
  }

  void show(ServicePage page) {
    selecting = true;
    table.getItems().setAll(page.versions());
    model.selectedRow().ifPresent(row -> table.getSelectionModel().select(row));
    selecting = false;
    var number = page.service().revisions().size();
    note.setText(tools.words().count("service.oneHeld", "service.someHeld", number));
    cards.show(page);
  }

  private void select(VersionRow row) {
    if (!selecting && row != null) {
      model.selectedProperty().set(Optional.of(row.revision().id()));
    }
  }

  private List<TableColumn<VersionRow, ?>> columns() {
    var mark = Columns.of("mark", "", 40, NEWEST_FIRST, this::mark);
    mark.setMinWidth(40);
    mark.setMaxWidth(40);
    mark.setSortable(false);
    return List.of(
        mark,
        Columns.text(
            "version",
            tools.say("service.version"),
            100,
            row -> row.revision().version().text(),
            "mono",
            "strong-mono"),
        Columns.text("number", tools.say("service.number"), 76, VersionRow::number, "muted"),
        Columns.text(
            "digest", tools.say("service.digest"), 120, VersionRow::digest, "mono", "muted"),
        Columns.kept(Columns.text("released", tools.say("service.released"), 164, this::released)),
        Columns.text(
            "by", tools.say("service.by"), 104, row -> row.revision().author().orElse("–")),
        Columns.text(
            "cause",
            tools.say("service.cause"),
            230,
            row -> row.revision().changeCause().orElse("–")),
        Columns.text("ran", tools.say("service.ran"), 78, this::ran),
        Columns.of("badge", "", 96, NEWEST_FIRST, this::badge));
  }

  /** What is seen now: of a revision without pods nothing is. */
  private Node mark(VersionRow row) {
    var revision = row.revision();
    if (revision.current()) {
      var status = row.service().health().status();
      return new MarkIcon(Mark.valueOf(status.name()), 15, tools.say("service.health"));
    }
    if (revision.pods() == 0) {
      return new MarkIcon(Mark.IDLE, 15, tools.say("service.noPodsOfIt"));
    }
    return new MarkIcon(
        revision.readyPods() == revision.pods() ? Mark.HEALTHY : Mark.DEGRADED,
        15,
        tools.say("service.podsOfIt", revision.readyPods(), revision.pods()));
  }

  private String released(VersionRow row) {
    return row.revision()
        .created()
        .map(
            time ->
                tools.say(
                    "service.timeAndAge",
                    Moments.shortUtc(time, tools.clock().instant()),
                    Ages.age(time, tools.clock().instant())))
        .orElse("–");
  }

  private String ran(VersionRow row) {
    var now = tools.clock().instant();
    return row.ran(now).map(time -> Ages.age(now.minus(time), now)).orElse("–");
  }

  private Node badge(VersionRow row) {
    if (row.revision().current()) {
      return new Badge(tools.say("service.now"), Badge.Tone.ACCENT);
    }
    return row.lastGood()
        ? new Badge(tools.say("service.lastGood"), Badge.Tone.OK)
        : new CutLabel();
  }

  /** The cards beside the list. */
  private static final class VersionCards {
    private final ServiceViewModel model;
    private final ScreenTools tools;
    private final Label title = new CutLabel("", "strong", "mono");
    private final VBox changes = new VBox();
    private final VBox elsewhere = new VBox();
    private final VBox elsewhereCard;
    private final VBox root;
    private final Node open;
    private final Node back;

    VersionCards(ServiceViewModel model, ScreenTools tools) {
      this.model = model;
      this.tools = tools;
      this.open =
          Icons.button(
              tools.say("service.openDiff"), () -> model.selectedRow().ifPresent(model::openDiff));
      open.setId("open-diff");
      this.back =
          Icons.button(
              tools.say("service.goBackTo"),
              Feather.ROTATE_CCW,
              () -> model.selectedRow().ifPresent(model::takeBack));
      back.setId("go-back-to");
      var first = body(Layouts.row(8, Layouts.grow(title), back, open), changes);
      var others = new Label(tools.say("service.elsewhere"));
      others.getStyleClass().add("section-title");
      this.elsewhereCard = Layouts.card(body(others, elsewhere));
      this.root = new VBox(14, Layouts.card(first), elsewhereCard);
      root.getStyleClass().add("service-cards");
    }

    Node root() {
      return root;
    }

    void subscribe(Subscriptions subscriptions) {
      subscriptions.follow(this::showChanges, model.changesProperty(), model.selectedProperty());
    }

    void show(ServicePage page) {
      elsewhere.getChildren().setAll(page.elsewhere().stream().map(this::other).toList());
      Layouts.showIf(elsewhereCard, !page.elsewhere().isEmpty());
      showChanges();
    }

    private static VBox body(Node... nodes) {
      var body = new VBox(8, nodes);
      body.getStyleClass().add("card-body");
      return body;
    }

    private void showChanges() {
      var row = model.selectedRow();
      var before = row.flatMap(VersionRow::predecessor);
      title.setText(
          row.map(
                  now ->
                      before.map(old -> old.version().text() + " → ").orElse("")
                          + now.revision().version().text())
              .orElse(""));
      Layouts.showIf(open, before.isPresent());
      Layouts.showIf(back, row.filter(one -> !one.revision().current()).isPresent());
      if (before.isEmpty()) {
        changes.getChildren().setAll(muted(tools.say("service.noPredecessor")));
      } else if (model.changesProperty().get().isEmpty()) {
        changes.getChildren().setAll(muted(tools.say("service.noChanges")));
      } else {
        changes
            .getChildren()
            .setAll(model.changesProperty().get().stream().limit(14).map(ChangeLine::of).toList());
      }
    }

    private static Label muted(String words) {
      var label = new Label(words);
      label.setWrapText(true);
      label.getStyleClass().add("muted");
      return label;
    }

    private Node other(dev.faultline.model.Service service) {
      var ref = service.ref();
      var where =
          model
              .shownProperty()
              .get()
              .filter(shown -> shown.cluster().equals(ref.cluster()))
              .map(shown -> ref.namespace())
              .orElseGet(() -> ref.cluster().name() + " / " + ref.namespace());
      var status = service.health().status();
      var go = Icons.button(where, () -> model.open(ref));
      go.getStyleClass().add("flat");
      var line =
          Layouts.row(
              8,
              new MarkIcon(Mark.valueOf(status.name()), 14, tools.say("service.health")),
              Layouts.grow(go),
              new CutLabel(service.version().text(), "mono"));
      line.getStyleClass().add("fact-line");
      return line;
    }
  }
}
