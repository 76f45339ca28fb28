package dev.faultline.ui.rollback;

import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.FittingScroll;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A rollback on its way: its steps, the pods by version, what controllers say, how it ends. */
public final class ProgressView {

  private static final double WIDTH = 900;
  private static final double RIGHT = 450;
  private static final double LEAST_HEIGHT = 270;
  private static final int MOST_EVENTS = 6;
  private static final double TWO_LINES = 34;

  private static final String BAR = "thin-bar";

  private final ScreenTools tools;
  private final ProgressViewModel model;
  private final VBox root = new VBox();
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox steps = new VBox(11);
  private final VBox pods = new VBox(9);
  private final VBox events = new VBox(5);
  private final Label eventsTitle = sectionTitle("");
  private final Label waiting = new Label();
  private final VBox outcome = new VBox(6);
  private final Label note = new Label();
  private final Button undo;
  private final Button close;

  public ProgressView(ProgressViewModel model, ScreenTools tools, Runnable onClose) {
    this.tools = tools;
    this.model = model;
    undo = Icons.button(model.undoText(), model::undo);
    undo.setId("undo");
    close = Icons.button("", onClose);
    close.setId("close");
    close.getStyleClass().add("primary");
    close.setDefaultButton(true);
    undo.setMinWidth(Region.USE_PREF_SIZE);
    close.setMinWidth(Region.USE_PREF_SIZE);
    var middle = middle();
    VBox.setVgrow(middle, Priority.ALWAYS);
    root.setId("progress");
    root.setPrefWidth(WIDTH);
    root.getChildren().setAll(head(), outcome, middle, foot());
    Subscriptions.whileShown(root, this::follow);
  }

  /** For the layer over the window. */
  public Region root() {
    return root;
  }

  /** The harmless button first. */
  public void focus() {
    close.requestFocus();
  }

  private VBox head() {
    var title = new Label(model.title());
    title.getStyleClass().add("dialog-title");
    title.setWrapText(true);
    var first = PlaceChip.beside(title);
    first.getChildren().add(new PlaceChip(tools, model.place()));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(BAR);
    bar.setAccessibleText(model.title());
    var head = Layouts.column(12, first, bar);
    head.getStyleClass().add("dialog-head");
    head.setMinHeight(Region.USE_PREF_SIZE);
    return head;
  }

  private HBox middle() {
    waiting.getStyleClass().add("muted");
    waiting.setWrapText(true);
    var left = Layouts.column(16, steps, waiting);
    left.getStyleClass().add("confirm-column");
    var podsTitle = sectionTitle(tools.say("progress.pods"));
    eventsTitle.setText(tools.say("progress.events"));
    eventsTitle.getStyleClass().add("second-section");
    var right = Layouts.column(9, podsTitle, pods, eventsTitle, events);
    right.getStyleClass().add("confirm-column");
    var leftScroll = new FittingScroll(left, LEAST_HEIGHT);
    HBox.setHgrow(leftScroll, Priority.ALWAYS);
    leftScroll.setPrefWidth(WIDTH - RIGHT);
    leftScroll.setMinWidth(0);
    var rightScroll = new FittingScroll(right);
    rightScroll.setPrefWidth(RIGHT);
    rightScroll.setMinWidth(RIGHT);
    rightScroll.getStyleClass().add("second-column");
    return new HBox(leftScroll, rightScroll);
  }

  private HBox foot() {
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    var foot = Layouts.row(10, Layouts.grow(note), undo, close);
    foot.getStyleClass().add("dialog-foot");
    foot.setMinHeight(Region.USE_PREF_SIZE);
    return foot;
  }

  private void follow(Subscriptions subs) {
    subs.add(model.follow());
    subs.bind(bar.progressProperty(), model.shareProperty().asObject());
    subs.bind(waiting.textProperty(), model.waitingProperty());
    subs.follow(() -> fill(steps, model.steps().stream().map(this::step).toList()), model.steps());
    subs.follow(() -> fill(pods, model.pods().stream().map(this::pod).toList()), model.pods());
    subs.follow(this::showEvents, model.events());
    subs.follow(model.outcomeProperty(), this::showOutcome);
    subs.follow(model.overProperty(), this::showOver);
    subs.follow(model.undoableProperty(), may -> undo.setDisable(!may));
  }

  private static void fill(VBox box, List<? extends Node> rows) {
    box.getChildren().setAll(rows);
  }

  private void showOver(boolean over) {
    close.setText(over ? tools.say("progress.close") : tools.say("progress.keep-watching"));
    note.setText(over ? tools.say("progress.note-over") : tools.say("progress.note"));
  }

  private void showEvents() {
    Layouts.showIf(eventsTitle, !model.events().isEmpty());
    fill(
        events,
        model.events().reversed().stream().limit(MOST_EVENTS).map(ProgressView::event).toList());
  }

  private static Label event(String text) {
    var label = new CutLabel(text, "event-line");
    label.setWrapText(true);
    label.setMaxHeight(TWO_LINES);
    return label;
  }

  private void showOutcome(Optional<OutcomeLine> ended) {
    outcome.getChildren().clear();
    bar.getStyleClass().setAll("progress-bar", BAR);
    ended.ifPresent(line -> bar.getStyleClass().add("bar-" + tone(line.tone())));
    Layouts.showIf(outcome, ended.isPresent());
    ended.ifPresent(this::fillOutcome);
  }

  private void fillOutcome(OutcomeLine line) {
    var sentence = new Label(line.sentence());
    sentence.setId("outcome");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("strong");
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    outcome.getStyleClass().setAll("notice", "notice-" + tone(line.tone()));
    outcome
        .getChildren()
        .add(Layouts.row(10, new MarkIcon(mark(line.tone()), 16, ""), Layouts.grow(sentence)));
    if (!line.details().isEmpty()) {
      var details = Layouts.column(2);
      line.details().forEach(text -> details.getChildren().add(new CutLabel(text, "detail-line")));
      var scroll = new FittingScroll(details);
      scroll.setMaxHeight(150);
      outcome.getChildren().add(scroll);
    }
  }

  private HBox step(StepLine line) {
    var text = new Label(line.text());
    text.setWrapText(true);
    var fact = new Label(line.fact());
    fact.getStyleClass().add("muted");
    fact.setMinWidth(Region.USE_PREF_SIZE);
    switch (line.state()) {
      case ACTIVE -> text.getStyleClass().add("strong");
      case TO_COME -> text.getStyleClass().add("muted");
      case DONE, FAILED, UNKNOWN -> {}
    }
    var icon = new MarkIcon(mark(line.state()), 14, words(line.state()));
    return Layouts.row(10, icon, Layouts.grow(text), fact);
  }

  private HBox pod(PodLine line) {
    var name = new CutLabel(line.name(), "mono");
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // The end tells pods apart.
    var words = new Label(line.words());
    words.getStyleClass().add("muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    var row = Layouts.row(8, new MarkIcon(mark(line), 14, line.words()), name);
    if (!line.version().isEmpty()) {
      var badge = new Badge(line.version(), Badge.Tone.NEUTRAL);
      badge.getStyleClass().add("mono");
      row.getChildren().add(badge);
    }
    row.getChildren().addAll(Layouts.spring(), words);
    return row;
  }

  private static Label sectionTitle(String text) {
    var label = new Label(text);
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Mark mark(StepLine.State state) {
    return switch (state) {
      case TO_COME -> Mark.TO_COME;
      case ACTIVE -> Mark.PROGRESSING;
      case DONE -> Mark.TICK;
      case FAILED -> Mark.FAILING;
      case UNKNOWN -> Mark.UNKNOWN;
    };
  }

  private String words(StepLine.State state) {
    return switch (state) {
      case TO_COME -> tools.say("progress.state-to-come");
      case ACTIVE -> tools.say("progress.state-active");
      case DONE -> tools.say("progress.state-done");
      case FAILED -> tools.say("progress.state-failed");
      case UNKNOWN -> tools.say("progress.state-unknown");
    };
  }

  private static Mark mark(PodLine line) {
    return switch (line.condition()) {
      case READY -> Mark.HEALTHY;
      case STARTING -> Mark.PROGRESSING;
      case FAILING -> Mark.FAILING;
      case GOING, OVER -> Mark.IDLE;
    };
  }

  private static String tone(OutcomeLine.Tone tone) {
    return switch (tone) {
      case GOOD -> "ok";
      case DOUBTFUL -> "warn";
      case BAD -> "fail";
      case NOTHING -> "neutral";
    };
  }

  private static Mark mark(OutcomeLine.Tone tone) {
    return switch (tone) {
      case GOOD -> Mark.HEALTHY;
      case DOUBTFUL -> Mark.UNKNOWN;
      case BAD -> Mark.FAILING;
      case NOTHING -> Mark.IDLE;
    };
  }
}
