package dev.faultline.ui.rollback;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.Rollback;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.plan.Candidate;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.plan.KubectlCommand;
import dev.faultline.rollback.plan.RollbackRequest;
import dev.faultline.rollback.runs.Dependent;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.rollback.runs.RunStatus;
import dev.faultline.rollback.runs.Starting;
import dev.faultline.rollback.runs.Wish;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation of a rollback: prepares it while the dialog fills, takes the reason and the yes,
 * and prepares it anew if the cluster was changed meanwhile.
 */
public final class RollbackViewModel implements AutoCloseable {

  private static final Duration LONGEST_PREPARATION = Duration.ofSeconds(90);
  private static final Duration LONGEST_START = Duration.ofSeconds(10);

  private final ScreenTools tools;
  private final RollbackRuns runs;
  private final ResourceRef service;
  private final Optional<String> undoOf;
  private final Consumer<RollbackRun> onApplied;
  private final ConfirmationState state;
  private Optional<String> chosen;
  private volatile long round;
  private Optional<Rollback> ready = Optional.empty();
  private @Nullable Task<?> task;
  private @Nullable Subscription watching;

  private RollbackViewModel(
      ScreenTools tools,
      RollbackRuns runs,
      ResourceRef service,
      Optional<String> revision,
      Optional<String> undoOf,
      Consumer<RollbackRun> onApplied) {
    this.tools = tools;
    this.runs = runs;
    this.service = service;
    this.chosen = revision;
    this.undoOf = undoOf;
    this.onApplied = onApplied;
    this.state = new ConfirmationState(tools, service.name());
    safety().ifPresent(safety -> state.place(Place.of(service, safety)));
    state.breakGlassProperty().addListener((glass, before, now) -> prepare());
  }

  /**
   * To take a service back.
   *
   * @param revision where to; empty proposes the last known good
   * @param onApplied told when the cluster has the change, on the FX thread
   */
  public static RollbackViewModel toGoBack(
      ScreenTools tools,
      RollbackRuns runs,
      ResourceRef service,
      Optional<String> revision,
      Consumer<RollbackRun> onApplied) {
    return new RollbackViewModel(tools, runs, service, revision, Optional.empty(), onApplied);
  }

  /** To undo a rollback of the journal. */
  public static RollbackViewModel toUndo(
      ScreenTools tools,
      RollbackRuns runs,
      ResourceRef service,
      String journalId,
      Consumer<RollbackRun> onApplied) {
    return new RollbackViewModel(
        tools, runs, service, Optional.empty(), Optional.of(journalId), onApplied);
  }

  /** What is shown. */
  public ConfirmationState state() {
    return state;
  }

  /** Begins, or begins again; what was still being found out for an earlier call is dropped. */
  public void prepare() {
    if (task != null) {
      task.cancel();
    }
    long mine = ++round;
    ready = Optional.empty();
    state.preparing();
    var options = RollbackRequest.Options.DEFAULT.withBreakGlass(state.breaksGlass());
    var collector = new Gathered.Collector(mine, new Latest<>(tools.fx(), this::show));
    var wanted = chosen;
    var started =
        tools
            .background()
            .start(
                "preparing to take back " + service.describe(),
                LONGEST_PREPARATION,
                () -> gather(collector, wanted, options));
    task = started;
    started.whenDone(outcome -> tools.fx().execute(() -> endWithout(mine, outcome)));
  }

  /** Another version than the one that is shown. */
  public void choose(Choice choice) {
    chosen = Optional.of(choice.revision());
    prepare();
  }

  /** Somebody's yes; says what is missing if it can't be taken. */
  public void confirm() {
    if (!state.takesYes() || ready.isEmpty()) {
      return;
    }
    state.sending();
    var rollback = ready.get();
    var reason = state.reason();
    var name = state.typedName();
    tools
        .background()
        .start(
            "beginning to take back " + service.describe(),
            LONGEST_START,
            () -> runs.start(rollback.forReason(reason), name))
        .whenDone(outcome -> tools.fx().execute(() -> started(outcome)));
  }

  private void started(Outcome<Starting> outcome) {
    switch (outcome) {
      case Outcome.Done<Starting>(Starting.Refused refused) ->
          askAgain(refused.refusal().sentence());
      case Outcome.Done<Starting>(Starting.Started begun) -> follow(begun.run());
      case Outcome.Failed<Starting> failed -> {
        askAgain(tools.say("rollback.broken"));
        tools.dialogs().failed(tools.say("rollback.starting"), failed.cause());
      }
      case Outcome.TimedOut<Starting> _, Outcome.Cancelled<Starting> _ ->
          askAgain(tools.say("rollback.not-begun"));
    }
  }

  /** Hands over the same as a command to copy, once it is made; on the FX thread. */
  public void kubectl(Consumer<KubectlCommand> receiver) {
    var reason = state.reason();
    ready.ifPresent(
        rollback ->
            tools
                .background()
                .start("writing a kubectl command", LONGEST_START, () -> command(rollback, reason))
                .whenDone(
                    outcome ->
                        outcome
                            .result()
                            .ifPresent(made -> tools.fx().execute(() -> receiver.accept(made)))));
  }

  private static KubectlCommand command(Rollback rollback, String reason) {
    return KubectlCommand.of(rollback.forReason(reason).preview().plan());
  }

  @Override
  public void close() {
    round++;
    if (task != null) {
      task.cancel();
    }
    unfollow();
  }

  private Preparation gather(
      Gathered.Collector collector, Optional<String> wanted, RollbackRequest.Options options) {
    var candidates = runs.candidates(service);
    if (candidates.isEmpty()) {
      return new Preparation.Impossible("there is no " + service.describe());
    }
    var dependents =
        runs.picture(service).map(picture -> Dependent.of(picture, service)).orElse(List.of());
    collector.basis(new Gathered.Basis(candidates.get(), dependents));
    var wish = wish(candidates.get(), wanted);
    var end =
        wish.isEmpty()
            ? new Preparation.Impossible(
                tools.say("rollback.nothing-to-go-back-to", service.name()))
            : runs.prepare(wish.get(), options, collector);
    collector.ended(end);
    return end;
  }

  private Optional<Wish> wish(Candidates candidates, Optional<String> wanted) {
    if (undoOf.isPresent()) {
      return Optional.of(new Wish.Undo(service, undoOf.get()));
    }
    return wanted
        .or(() -> candidates.proposed().map(one -> one.revision().id()))
        .map(revision -> new Wish.BackTo(service, revision));
  }

  private void show(Gathered gathered) {
    if (gathered.round() != round) {
      return;
    }
    state.show(gathered, chosenOf(gathered), undoOf.isPresent());
    gathered.end().ifPresent(this::ended);
  }

  private Optional<Candidate> chosenOf(Gathered gathered) {
    var id = gathered.plan().map(plan -> plan.target().id());
    return gathered
        .basis()
        .map(Gathered.Basis::candidates)
        .flatMap(all -> id.isEmpty() ? all.proposed() : all.find(id.get()));
  }

  private void ended(Preparation end) {
    switch (end) {
      case Preparation.Impossible impossible -> state.impossible(impossible.reason());
      case Preparation.Ready prepared -> {
        ready = Optional.of(prepared.rollback());
        state.ready(prepared.rollback().preview());
      }
    }
  }

  /** What the listener never heard of: no service, no time left, a fault of ours. */
  private void endWithout(long mine, Outcome<Preparation> outcome) {
    if (mine != round) {
      return;
    }
    switch (outcome) {
      case Outcome.Done<Preparation>(Preparation.Impossible impossible) ->
          state.impossible(impossible.reason());
      case Outcome.Done<Preparation> _ -> {}
      case Outcome.TimedOut<Preparation> _ -> state.impossible(tools.say("rollback.no-answer"));
      case Outcome.Failed<Preparation> failed -> {
        state.impossible(tools.say("rollback.broken"));
        tools.dialogs().failed(tools.say("rollback.preparing"), failed.cause());
      }
      case Outcome.Cancelled<Preparation> _ -> {}
    }
  }

  private void follow(RollbackRun run) {
    unfollow();
    var latest = new Latest<RunStatus>(tools.fx(), status -> followed(run, status));
    watching = run.subscribe(latest::offer);
    if (!state.isSending()) {
      unfollow(); // It was over before the subscription was known here.
    }
  }

  private void followed(RollbackRun run, RunStatus status) {
    if (watching == null && !state.isSending()) {
      return;
    }
    var refused =
        status
            .outcome()
            .filter(RollbackOutcome.Refused.class::isInstance)
            .map(RollbackOutcome::sentence);
    boolean applied =
        status.isOver()
            || status
                .progress()
                .filter(progress -> progress.phase() != RollbackProgress.Phase.APPLYING)
                .isPresent();
    if (refused.isPresent()) {
      unfollow();
      askAgain(refused.get());
    } else if (applied && state.isSending()) {
      unfollow();
      state.sent();
      onApplied.accept(run);
    }
  }

  /** Nothing was changed: the new preview is made, and the question stands again. */
  private void askAgain(String why) {
    state.refused(why);
    prepare();
  }

  private void unfollow() {
    if (watching != null) {
      watching.close();
      watching = null;
    }
  }

  private Optional<LinkedCluster.Safety> safety() {
    return runs.picture(service).map(picture -> picture.linked().safety());
  }
}
