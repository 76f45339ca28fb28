package dev.faultline.ui.rollback;

import dev.faultline.rollback.Preview;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.check.Checks;
import dev.faultline.rollback.plan.Candidate;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.plan.RollbackPlanner;
import dev.faultline.ui.fx.ScreenTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All that the confirmation shows, and what a person enters there. */
public final class ConfirmationState {

  private final ScreenTools tools;
  private final PreviewWords words;
  private final String service;
  private final ReadOnlyObjectWrapper<Optional<Place>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper button = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper footnote = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper diffTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper checksTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper impossible = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nameToType = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper mayBreakGlass = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper prepared = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ObservableList<DiffLine> diff = FXCollections.observableArrayList();
  private final ObservableList<CheckLine> checks = FXCollections.observableArrayList();
  private final ObservableList<AffectedLine> affected = FXCollections.observableArrayList();
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty typedName = new SimpleStringProperty("");
  private final BooleanProperty breakGlass = new SimpleBooleanProperty();
  private Optional<Gathered.Basis> basis = Optional.empty();
  private Optional<RollbackPlan> plan = Optional.empty();
  private Optional<Gathered.Trial> tried = Optional.empty();
  private Optional<Preview> preview = Optional.empty();

  ConfirmationState(ScreenTools tools, String service) {
    this.tools = tools;
    this.words = new PreviewWords(tools);
    this.service = service;
    title.set(tools.say("rollback.title-first", service));
    button.set(tools.say("rollback.do-first", service));
    reason.addListener(
        (text, before, now) -> {
          showDiff();
          judge();
        });
    typedName.addListener((text, before, now) -> judge());
  }

  public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Why this version, and what is known of it. */
  public ReadOnlyStringProperty whyProperty() {
    return why.getReadOnlyProperty();
  }

  /** The name of the button that does it. */
  public ReadOnlyStringProperty buttonProperty() {
    return button.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty footnoteProperty() {
    return footnote.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty diffTitleProperty() {
    return diffTitle.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty checksTitleProperty() {
    return checksTitle.getReadOnlyProperty();
  }

  /** What is still missing before it may be done; empty if nothing is. */
  public ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** Why the last yes was not carried out; empty if there was none. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Why there is nothing to confirm; empty if there is. */
  public ReadOnlyStringProperty impossibleProperty() {
    return impossible.getReadOnlyProperty();
  }

  /** What must be typed on a protected context; empty if nothing must. */
  public ReadOnlyStringProperty nameToTypeProperty() {
    return nameToType.getReadOnlyProperty();
  }

  /** Whether the owner's objection is left to a person. */
  public ReadOnlyBooleanProperty mayBreakGlassProperty() {
    return mayBreakGlass.getReadOnlyProperty();
  }

  /** Whether there is a plan that can be handed on. */
  public ReadOnlyBooleanProperty preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  public ObservableList<DiffLine> diff() {
    return diff;
  }

  public ObservableList<CheckLine> checks() {
    return checks;
  }

  public ObservableList<AffectedLine> affected() {
    return affected;
  }

  public ObservableList<Choice> choices() {
    return choices;
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  public StringProperty typedNameProperty() {
    return typedName;
  }

  public BooleanProperty breakGlassProperty() {
    return breakGlass;
  }

  String reason() {
    return reason.get();
  }

  String typedName() {
    return typedName.get();
  }

  boolean breaksGlass() {
    return breakGlass.get();
  }

  boolean takesYes() {
    return obstacle.get().isEmpty();
  }

  boolean isSending() {
    return sending.get();
  }

  void place(Place where) {
    place.set(Optional.of(where));
    nameToType.set(where.protectedContext() ? service : "");
  }

  /** Everything is being found out anew. */
  void preparing() {
    basis = Optional.empty();
    plan = Optional.empty();
    tried = Optional.empty();
    preview = Optional.empty();
    sending.set(false);
    prepared.set(false);
    impossible.set("");
    diffTitle.set(tools.say("rollback.diff-pending"));
    diff.clear();
    showChecks(List.of());
    judge();
  }

  /** Each part is shown anew only if it is another than before. */
  void show(Gathered gathered, Optional<Candidate> chosen, boolean undo) {
    if (!gathered.basis().equals(basis) || !gathered.plan().equals(plan)) {
      basis = gathered.basis();
      plan = gathered.plan();
      showBasis(chosen, undo);
      plan.ifPresent(this::showPlan);
    }
    if (!gathered.tried().equals(tried)) {
      tried = gathered.tried();
      showDiff();
    }
    showChecks(gathered.checks());
  }

  private void showBasis(Optional<Candidate> chosen, boolean undo) {
    basis.ifPresent(
        known -> {
          if (!undo) {
            choices.setAll(words.choices(known.candidates()));
          }
          affected.setAll(words.affected(service, known.dependents()));
          chosen.ifPresent(one -> why.set(words.why(known.candidates(), one, undo)));
        });
  }

  private void showPlan(RollbackPlan made) {
    title.set(words.title(made));
    button.set(words.button(made));
    footnote.set(words.footnote(made));
  }

  void ready(Preview seen) {
    preview = Optional.of(seen);
    mayBreakGlass.set(seen.mayBreakGlass() || breakGlass.get());
    nameToType.set(seen.confirmationName().orElse(""));
    prepared.set(true);
    judge();
  }

  void impossible(String sentence) {
    impossible.set(tools.say("rollback.impossible", ProgressWords.clause(sentence)));
    judge();
  }

  void refused(String sentence) {
    refusal.set(tools.say("rollback.refused", ProgressWords.clause(sentence)));
  }

  void sending() {
    refusal.set("");
    sending.set(true);
    judge();
  }

  void sent() {
    sending.set(false);
  }

  private void showDiff() {
    if (plan.isEmpty() || tried.isEmpty()) {
      return;
    }
    var trial = tried.get();
    diffTitle.set(
        trial.answered() ? tools.say("rollback.diff") : tools.say("rollback.diff-by-plan"));
    var lines = new ArrayList<>(trial.diff());
    lines.addAll(
        DiffLines.changeCause(
            RollbackPlanner.withReason(plan.get(), reason.get().isBlank() ? "…" : reason.get())));
    diff.setAll(lines);
  }

  /** Those that are known, then the names of those that are still to come. */
  private void showChecks(List<CheckResult> results) {
    var lines = new ArrayList<CheckLine>();
    results.stream()
        .filter(result -> !result.name().equals(Checks.REASON))
        .map(CheckLine::of)
        .forEach(lines::add);
    Checks.names().stream()
        .skip(results.size())
        .filter(name -> !name.equals(Checks.REASON))
        .map(CheckLine::pending)
        .forEach(lines::add);
    checks.setAll(lines);
    checksTitle.set(words.checksTitle(lines));
  }

  private void judge() {
    obstacle.set(findObstacle());
  }

  private String findObstacle() {
    if (sending.get()) {
      return tools.say("rollback.missing-sending");
    }
    if (!impossible.get().isEmpty()) {
      return impossible.get();
    }
    if (preview.isEmpty()) {
      return tools.say("rollback.missing-checks");
    }
    long blocked =
        preview.get().blocking().stream()
            .filter(result -> !result.name().equals(Checks.REASON))
            .count();
    if (blocked > 0) {
      return tools.words().count("rollback.missing-blocked", "rollback.missing-blocked-n", blocked);
    }
    if (reason.get().isBlank()) {
      return tools.say("rollback.missing-reason");
    }
    var name = nameToType.get();
    return name.isEmpty() || name.equals(typedName.get().strip())
        ? ""
        : tools.say("rollback.missing-name", name);
  }
}
