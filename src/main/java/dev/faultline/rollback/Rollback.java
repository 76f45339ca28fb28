package dev.faultline.rollback;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.rollback.check.CheckContext;
import dev.faultline.rollback.check.Checks;
import dev.faultline.rollback.journal.Intent;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalWrite;
import dev.faultline.rollback.journal.RunningMark;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.Fingerprint;
import dev.faultline.rollback.plan.RollbackPlanner;
import dev.faultline.rollback.watch.FailingPods;
import dev.faultline.rollback.watch.Goal;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.rollback.watch.WatchResult;
import dev.faultline.rollback.watch.Watcher;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rollback from preview to end. It is confirmed once and run once; listeners may come and go
 * without touching it, and {@link #stopWatching()} leaves what was changed as it is.
 */
public final class Rollback {

  private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);

  private final Preview preview;
  private final LinkedCluster cluster;
  private final Journal journal;
  private final InstantSource clock;
  private final String user;
  private final Pauses pauses;
  private final Watcher watcher;
  private final ProgressFeed feed = new ProgressFeed();
  private final LifeCycle life = new LifeCycle();
  private final List<String> notes = new ArrayList<>();
  private volatile Optional<String> journalId = Optional.empty();

  Rollback(
      Preview preview,
      LinkedCluster cluster,
      Journal journal,
      InstantSource clock,
      String user,
      Pauses pauses) {
    this.preview = preview;
    this.cluster = cluster;
    this.journal = journal;
    this.clock = clock;
    this.user = user;
    this.pauses = pauses;
    this.watcher = new Watcher(cluster.source(), clock);
  }

  public Preview preview() {
    return preview;
  }

  /**
   * The same rollback for another reason, so that somebody may look first and say why afterwards.
   * What was previewed stays what must still hold at the click.
   */
  public Rollback forReason(String reason) {
    var plan = RollbackPlanner.withReason(preview.plan(), reason);
    var context =
        new CheckContext(
            plan, cluster.source().state(), cluster.actions(), cluster.safety(), preview.dryRun());
    var checks = Checks.withReasonOf(context, preview.checks());
    return new Rollback(
        new Preview(plan, checks, preview.dryRun(), preview.confirmationName()),
        cluster,
        journal,
        clock,
        user,
        pauses);
  }

  /** How careful to be on its cluster. */
  public LinkedCluster.Safety safety() {
    return cluster.safety();
  }

  /** The journal's name of it, once it stands there: undo takes this. */
  public Optional<String> journalId() {
    return journalId;
  }

  public Stage stage() {
    return life.stage();
  }

  /** Tells the listener of the progress so far, and of all to come, until it is closed. */
  public ProgressFeed.Subscription subscribe(Consumer<RollbackProgress> listener) {
    return feed.subscribe(listener);
  }

  /** Stops looking at what comes of it; nothing is taken back. */
  public void stopWatching() {
    watcher.stop();
  }

  /**
   * Somebody's yes.
   *
   * @param typedName the service's name where the preview asks for it; otherwise anything
   */
  public Confirmation confirm(String typedName) {
    var blocking = preview.blocking();
    if (!blocking.isEmpty()) {
      return new Confirmation.Refused(new Refusal.Blocked(blocking));
    }
    var wanted = preview.confirmationName();
    if (wanted.isPresent() && !wanted.get().equals(typedName.strip())) {
      return new Confirmation.Refused(
          new Refusal.NotConfirmed(
              "%s is a protected context: type the service's name, %s, to confirm"
                  .formatted(cluster.source().cluster().name(), wanted.get())));
    }
    return life.go(Stage.PLANNED, Stage.CONFIRMED)
        ? new Confirmation.Confirmed()
        : new Confirmation.Refused(again());
  }

  /**
   * Does it, and watches until the end; blocks. Interrupting the thread stops the watching.
   *
   * @return how it ended; refused unless it was confirmed and never run before
   */
  public RollbackOutcome run() {
    if (life.stage() == Stage.PLANNED) {
      return new RollbackOutcome.Refused(
          new Refusal.NotConfirmed("the rollback was not confirmed"));
    }
    if (!life.go(Stage.CONFIRMED, Stage.JOURNALLED)) {
      return new RollbackOutcome.Refused(again());
    }
    var now = clock.instant();
    var intent = Intent.of(preview.plan(), journal.newId(now), now, user);
    try {
      return switch (journal.begin(intent)) {
        case Journal.Beginning.NotBegun not ->
            new RollbackOutcome.Refused(new Refusal.JournalUnwritable(not.reason()));
        case Journal.Beginning.Begun begun -> {
          journalId = Optional.of(intent.id());
          yield run(intent, begun.mark());
        }
      };
    } finally {
      life.end();
    }
  }

  private RollbackOutcome run(Intent intent, RunningMark mark) {
    try {
      var outcome = applyAndWatch(intent);
      var end = new Step.Ended(clock.instant(), outcome.sentence(), outcome.result());
      return write(intent.id(), end).map(outcome::noted).orElse(outcome);
    } finally {
      release(mark);
    }
  }

  /** A mark that stays behind is taken for nobody's: that must not hide how the rollback ended. */
  private static void release(RunningMark mark) {
    try {
      mark.close();
    } catch (IOException e) {
      LOG.warn("the mark of a running rollback can't be closed", e);
    }
  }

  private RollbackOutcome applyAndWatch(Intent intent) {
    feed.publish(ProgressFeed.applying(clock.instant(), preview.plan()));
    var before = cluster.source().state();
    return switch (send()) {
      case GuardedPatch.Sent.Refused refused -> new RollbackOutcome.Refused(refused.refusal());
      case GuardedPatch.Sent.Unknown unknown ->
          new RollbackOutcome.Unknown(intent.id(), unknown.reason());
      case GuardedPatch.Sent.Applied applied -> {
        life.go(Stage.JOURNALLED, Stage.APPLIED);
        yield watch(intent, applied, before);
      }
    };
  }

  private GuardedPatch.Sent send() {
    var patch = new GuardedPatch(cluster.actions(), pauses, preview.plan());
    try {
      return patch.send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return patch.interrupted();
    }
  }

  private RollbackOutcome watch(
      Intent intent, GuardedPatch.Sent.Applied applied, ClusterState before) {
    var answer = applied.answer();
    var goal = Goal.of(preview.plan(), answer, before, clock.instant());
    var sentence =
        applied.answerWasLost()
            ? "the answer was lost, but the change is there"
            : "the server took the change";
    write(
            intent.id(),
            new Step.Applied(
                clock.instant(), sentence, answer.generation(), Fingerprint.of(answer)))
        .ifPresent(notes::add);
    life.go(Stage.APPLIED, Stage.VERIFYING);
    return outcome(intent, watcher.watch(goal, feed::publish));
  }

  private RollbackOutcome outcome(Intent intent, WatchResult result) {
    var plan = preview.plan();
    var label = plan.to().labelBeside(plan.from());
    return switch (result) {
      case WatchResult.Verified verified -> {
        notes.addAll(verified.notes());
        yield new RollbackOutcome.Verified(
            intent.id(),
            "%s runs %s again: %s".formatted(intent.object().name(), label, verified.sentence()),
            notes);
      }
      case WatchResult.NotVerified not ->
          new RollbackOutcome.AppliedNotVerified(
              intent.id(),
              not.why(),
              "the rollback to %s is applied but not verified: %s".formatted(label, not.sentence()),
              notes);
      case WatchResult.Failed failed ->
          new RollbackOutcome.Failed(
              intent.id(),
              "the rollback to %s is applied but fails: %s".formatted(label, failed.sentence()),
              FailingPods.describe(failed.pods(), cluster.actions()),
              notes);
    };
  }

  /**
   * Once the change is sent, a full disk must not stop us from seeing to its end.
   *
   * @return what to tell if it can't be written down
   */
  private Optional<String> write(String id, Step step) {
    return switch (journal.add(id, step)) {
      case JournalWrite.Kept _ -> Optional.empty();
      case JournalWrite.NotKept not -> {
        LOG.warn("the journal can't be written: {}", not.reason());
        yield Optional.of("the journal can't be written (%s)".formatted(not.reason()));
      }
    };
  }

  private Refusal again() {
    return new Refusal.NotAgain(
        "this rollback was begun before (%s): make a new preview"
            .formatted(life.stage().name().toLowerCase(java.util.Locale.ROOT)));
  }
}
