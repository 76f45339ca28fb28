package dev.faultline.ui.rollback;

import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.rollback.runs.RunStatus;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A rollback on its way, for whoever looks on; looking away stops nothing. */
public final class ProgressViewModel {

  private final ScreenTools tools;
  private final ProgressWords words;
  private final RollbackRuns runs;
  private final RollbackRun run;
  private final BiConsumer<ResourceRef, String> onUndo;
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<OutcomeLine>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
  private final ObservableList<PodLine> pods = FXCollections.observableArrayList();
  private final ObservableList<String> events = FXCollections.observableArrayList();

  /**
   * @param onUndo opens the confirmation of taking it back: the service, and the journal's name
   */
  public ProgressViewModel(
      ScreenTools tools,
      RollbackRuns runs,
      RollbackRun run,
      BiConsumer<ResourceRef, String> onUndo) {
    this.tools = tools;
    this.words = new ProgressWords(tools);
    this.runs = runs;
    this.run = run;
    this.onUndo = onUndo;
    show(run.status());
  }

  public String title() {
    return words.title(run.plan());
  }

  public Place place() {
    return Place.of(run.plan().service().ref(), run.safety());
  }

  /** "Put 1.5.0 back…". */
  public String undoText() {
    return tools.say("progress.undo", run.plan().from().labelBeside(run.plan().to()));
  }

  /** From 0 to 1. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** What is waited for, and how long at most. */
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /** Whether there is something to take back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<OutcomeLine>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  public ObservableList<StepLine> steps() {
    return steps;
  }

  public ObservableList<PodLine> pods() {
    return pods;
  }

  /** The latest that controllers said, oldest first. */
  public ObservableList<String> events() {
    return events;
  }

  /** Looks on until it is closed. */
  public Subscription follow() {
    var latest = new Latest<RunStatus>(tools.fx(), this::show);
    var status = run.subscribe(latest::offer);
    var pictures = runs.onPicture(workspace -> run.look());
    return () -> {
      status.close();
      pictures.close();
    };
  }

  /** Asks for the confirmation of taking it back. */
  public void undo() {
    run.journalId().ifPresent(id -> onUndo.accept(run.plan().service().ref(), id));
  }

  private void show(RunStatus status) {
    share.set(status.share());
    waiting.set(words.waiting(status));
    over.set(status.isOver());
    undoable.set(isUndoable(status));
    outcome.set(status.outcome().map(words::outcome));
    replace(steps, words.steps(run.plan(), status));
    replace(pods, words.pods(status));
    replace(
        events,
        status
            .progress()
            .map(progress -> progress.events().stream().map(Redaction::text).toList())
            .orElse(List.of()));
  }

  private boolean isUndoable(RunStatus status) {
    boolean refused =
        status.outcome().filter(RollbackOutcome.Refused.class::isInstance).isPresent();
    return !refused && status.steps().applied().isPresent() && run.journalId().isPresent();
  }

  private static <T> void replace(ObservableList<T> list, List<T> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }
}
