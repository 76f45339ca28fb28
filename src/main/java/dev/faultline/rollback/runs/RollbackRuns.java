package dev.faultline.rollback.runs;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Background;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.Confirmation;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.PreparationListener;
import dev.faultline.rollback.Recovery;
import dev.faultline.rollback.Rollback;
import dev.faultline.rollback.RollbackEngine;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalWrite;
import dev.faultline.rollback.journal.TakenBack;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.plan.Crashes;
import dev.faultline.rollback.plan.RollbackRequest;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * All rollbacks of this window: prepares them, runs those that were confirmed in the background,
 * and keeps what became of them for whoever looks. Closing a dialog stops none of them.
 */
public final class RollbackRuns {

  private final WorkspaceFeed feed;
  private final Journal journal;
  private final InstantSource clock;
  private final String user;
  private final Background background;
  private final Activities activities;
  private final AtomicLong last = new AtomicLong();
  private final ConcurrentSkipListMap<Long, RollbackRun> runs = new ConcurrentSkipListMap<>();
  private final List<Consumer<RollbackRun>> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param user whom the journal names
   * @param background where they run; closing it ends the watching, not what was changed
   */
  public RollbackRuns(
      WorkspaceFeed feed,
      Journal journal,
      InstantSource clock,
      String user,
      Background background,
      Activities activities) {
    this.feed = feed;
    this.journal = journal;
    this.clock = clock;
    this.user = user;
    this.background = background;
    this.activities = activities;
  }

  /** What the service could go back to; reads the journal. Empty if there is no such service. */
  public Optional<Candidates> candidates(ResourceRef service) {
    var taken = TakenBack.of(service, journal.read().entries());
    return picture(service)
        .flatMap(
            picture ->
                picture
                    .catalog()
                    .find(service)
                    .map(found -> Candidates.of(found, taken, Crashes.of(picture.state(), found))));
  }

  /** The cluster of the service as it stands, if it is linked. */
  public Optional<ClusterPicture> picture(ResourceRef service) {
    return feed.workspace().cluster(service.cluster());
  }

  /** Plans, tries and checks; blocks, and changes nothing. The reason is given later. */
  public Preparation prepare(
      Wish wish, RollbackRequest.Options options, PreparationListener listener) {
    var cluster = linked(wish.service().cluster());
    if (cluster.isEmpty()) {
      return new Preparation.Impossible(
          "%s is not linked: link it first".formatted(wish.service().cluster().name()));
    }
    var engine = new RollbackEngine(cluster.get(), journal, clock, user);
    return switch (wish) {
      case Wish.BackTo back ->
          engine.prepare(
              RollbackRequest.of(back.service(), back.revision(), "", options), listener);
      case Wish.Undo undo -> engine.prepareUndo(undo.journalId(), "", options, listener);
    };
  }

  /**
   * Takes somebody's yes and, if it is one, runs the rollback in the background.
   *
   * @param typedName the service's name where the preview asks for it
   */
  public Starting start(Rollback rollback, String typedName) {
    return switch (rollback.confirm(typedName)) {
      case Confirmation.Refused refused -> new Starting.Refused(refused.refusal());
      case Confirmation.Confirmed() -> new Starting.Started(launch(rollback));
    };
  }

  private RollbackRun launch(Rollback rollback) {
    var run = new RollbackRun(last.incrementAndGet(), rollback, feed, clock);
    runs.put(run.id(), run);
    var title = rollback.preview().plan().title();
    var task = background.keepRunning(title, () -> run.work(activities));
    task.whenDone(outcome -> listeners.forEach(listener -> listener.accept(run)));
    return run;
  }

  public Optional<RollbackRun> find(long id) {
    return Optional.ofNullable(runs.get(id));
  }

  /** All of this window, the newest first. */
  public List<RollbackRun> all() {
    return List.copyOf(runs.descendingMap().values());
  }

  /** Tells of every run that ends, on its thread. */
  public Subscription onEnd(Consumer<RollbackRun> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells of every new picture of what is linked, on threads of the feed. */
  public Subscription onPicture(Consumer<Workspace> listener) {
    return feed.subscribe(listener);
  }

  /** Everything that the journal holds; reads it from the disk. */
  public Journal.Contents journal() {
    return journal.read();
  }

  /** What was interrupted on clusters that are linked; asks them, and blocks. */
  public List<Interrupted> interrupted() {
    return journal.unsettled().stream()
        .flatMap(
            entry ->
                linked(entry.intent().object().cluster()).stream()
                    .map(cluster -> new Interrupted(entry, new Recovery(cluster).assess(entry))))
        .toList();
  }

  /**
   * Writes down what was found of it, so that it is not asked again; the cluster stays as it is.
   */
  public JournalWrite closeAsIs(Interrupted interrupted) {
    return linked(interrupted.entry().intent().object().cluster())
        .map(
            cluster ->
                new Recovery(cluster)
                    .close(journal, interrupted.entry(), interrupted.assessment(), clock))
        .orElseGet(() -> new JournalWrite.NotKept("its cluster is no longer linked"));
  }

  private Optional<LinkedCluster> linked(ClusterId id) {
    return feed.linked(id);
  }
}
