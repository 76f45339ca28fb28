package dev.faultline.ui.rollback;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.Dialogs;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.WorkspaceFeed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The demo's incident with all that the rollback screens need; its clock stands unless it is let.
 */
final class Desk implements AutoCloseable {

  static final ResourceRef PAYMENT = DemoShop.CULPRIT;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(500);

  final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  final DemoCluster demo = DemoCluster.incident(clock);
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final Background background = new Background("desk", (what, cause) -> failures.add(what + cause));
  final Activities activities = new Activities(clock);
  final WorkspaceFeed feed = new WorkspaceFeed((what, cause) -> failures.add(what + cause));
  final Journal journal;
  final RollbackRuns runs;
  final ScreenTools tools;

  Desk(Path data) {
    this(data, Desk::inTurn);
  }

  Desk(Path data, Executor fx) {
    journal = new Journal(data);
    runs = new RollbackRuns(feed, journal, clock, "kim", background, activities);
    tools = new ScreenTools(new Messages(Locale.ENGLISH), fx, background, clock, dialogs());
    link(new Safety(false, false, true));
  }

  /** Stands for the FX thread: one task at a time. */
  private static void inTurn(Runnable task) {
    synchronized (Desk.class) {
      task.run();
    }
  }

  private static boolean isTrueInTurn(BooleanSupplier condition) {
    synchronized (Desk.class) {
      return condition.getAsBoolean();
    }
  }

  /** Links the demo, as careful as is said. */
  void link(Safety safety) {
    link(demo.actions(), safety);
  }

  void link(ClusterActions actions, Safety safety) {
    feed.link(new LinkedCluster(demo.source(), actions, safety));
    until(() -> feed.workspace().find(PAYMENT).isPresent());
  }

  RollbackViewModel confirmation(Consumer<RollbackRun> onApplied) {
    var model = RollbackViewModel.toGoBack(tools, runs, PAYMENT, Optional.empty(), onApplied);
    model.prepare();
    until(() -> isSettled(model.state()));
    return model;
  }

  /** Nothing is being found out any more. */
  static boolean isSettled(ConfirmationState state) {
    var obstacle = state.obstacleProperty().get();
    return !obstacle.startsWith("The checks are") && !obstacle.startsWith("The change is");
  }

  /** There was at least one, and none still runs. */
  boolean allRunsAreOver() {
    return !runs.all().isEmpty() && runs.all().stream().allMatch(run -> run.status().isOver());
  }

  /** Takes payment back and sees to the end of it. */
  RollbackRun takeBack() {
    var applied = new CopyOnWriteArrayList<RollbackRun>();
    var model = confirmation(applied::add);
    model.state().reasonProperty().set("payments fail");
    model.confirm();
    letTimePassUntil(() -> !applied.isEmpty() && applied.getFirst().status().isOver());
    model.close();
    return applied.getFirst();
  }

  /** Waits for what needs no time of the cluster's. */
  void until(BooleanSupplier condition) {
    await(condition, () -> {});
  }

  /** The demo's time goes by, much faster than a wall clock's. */
  void letTimePassUntil(BooleanSupplier condition) {
    await(condition, () -> clock.advance(STEP));
  }

  private void await(BooleanSupplier condition, Runnable meanwhile) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrueInTurn(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about within " + PATIENCE + "; " + failures);
      }
      meanwhile.run();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Dialogs dialogs() {
    return new Dialogs() {
      @Override
      public void ask(Question question, Runnable onYes) {
        throw new AssertionError("nothing else is asked: " + question);
      }

      @Override
      public void chooseFolder(String title, Consumer<Path> onChosen) {}

      @Override
      public void chooseFile(String title, Consumer<Path> onChosen) {}

      @Override
      public void saveFile(String title, String suggestedName, Consumer<Path> onChosen) {}

      @Override
      public void tell(String sentence) {
        told.add(sentence);
      }

      @Override
      public void failed(String what, Throwable cause) {
        failures.add(what + cause);
      }
    };
  }

  @Override
  public void close() {
    background.close();
    feed.close();
    demo.close();
  }
}
