package dev.faultline.rollback.runs;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.model.Health;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.Rollback;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.WorkspaceFeed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One confirmed rollback in the background. Whoever looks on may come and go. */
public final class RollbackRun {

  private static final Logger LOG = LoggerFactory.getLogger(RollbackRun.class);

  private static final Set<Health.Status> HURT =
      Set.of(Health.Status.FAILING, Health.Status.DEGRADED);

  private final long id;
  private final Rollback rollback;
  private final WorkspaceFeed feed;
  private final InstantSource clock;
  private final PodSights sights;
  private final Set<ResourceRef> hurtAtFirst;
  private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
  private RunStatus status;

  RollbackRun(long id, Rollback rollback, WorkspaceFeed feed, InstantSource clock) {
    this.id = id;
    this.rollback = rollback;
    this.feed = feed;
    this.clock = clock;
    this.sights = new PodSights(plan().from(), plan().to());
    this.hurtAtFirst = unwell(feed, plan().service().ref());
    this.status =
        new RunStatus(
            RunSteps.begun(clock.instant()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            0);
  }

  public long id() {
    return id;
  }

  public RollbackPlan plan() {
    return rollback.preview().plan();
  }

  public LinkedCluster.Safety safety() {
    return rollback.safety();
  }

  /** The journal's name of it, once it stands there. */
  public Optional<String> journalId() {
    return rollback.journalId();
  }

  public synchronized RunStatus status() {
    return status;
  }

  /** Tells of the status now and of every later one, on threads of the run. */
  public Subscription subscribe(Consumer<RunStatus> listener) {
    listeners.add(listener);
    tell(listener, status());
    return () -> listeners.remove(listener);
  }

  /** Looks at the pods again, as they are in the newest picture. */
  public void look() {
    change(old -> old);
  }

  /** Does it; blocks until the end. */
  void work(Activities activities) {
    try (var activity = activities.begin(plan().title(), Optional.empty());
        var _ = feed.subscribe(workspace -> look());
        var _ =
            rollback.subscribe(
                progress -> {
                  change(old -> advanced(old, progress));
                  activity.progress(status().share());
                })) {
      var ended = Optional.<RollbackOutcome>empty();
      try {
        ended = Optional.of(rollback.run());
      } finally {
        var outcome = ended.orElseGet(this::broken);
        change(old -> ended(old, outcome));
      }
    }
  }

  private RollbackOutcome broken() {
    return new RollbackOutcome.Unknown(
        journalId().orElse(""), "a part of Faultline failed; the log file has the details");
  }

  private RunStatus advanced(RunStatus old, RollbackProgress progress) {
    var steps = old.steps().after(progress);
    double share = steps.share(progress, plan().request().options().settling());
    return new RunStatus(
        steps, Optional.of(progress), old.outcome(), old.pods(), old.hurt(), share);
  }

  private RunStatus ended(RunStatus old, RollbackOutcome outcome) {
    var steps = old.steps().after(outcome, clock.instant());
    return new RunStatus(steps, old.progress(), Optional.of(outcome), old.pods(), old.hurt(), 1);
  }

  /** Whoever is told last is told the newest, whichever thread that comes from. */
  private void change(UnaryOperator<RunStatus> to) {
    synchronized (this) {
      status = seen(to.apply(status));
    }
    listeners.forEach(listener -> tell(listener, status()));
  }

  private RunStatus seen(RunStatus before) {
    var ref = plan().service().ref();
    var picture = feed.workspace().cluster(ref.cluster());
    var pods =
        picture.flatMap(
            now ->
                now.catalog()
                    .find(ref)
                    .map(service -> sights.look(now.state(), service, clock.instant())));
    var dependents = picture.map(now -> hurt(Dependent.of(now, ref)));
    return before.with(pods.orElse(before.pods()), dependents.orElse(before.hurt()));
  }

  private List<Dependent> hurt(List<Dependent> dependents) {
    return dependents.stream().filter(one -> hurtAtFirst.contains(one.ref())).toList();
  }

  private static Set<ResourceRef> unwell(WorkspaceFeed feed, ResourceRef service) {
    return feed.workspace().cluster(service.cluster()).stream()
        .flatMap(picture -> Dependent.of(picture, service).stream())
        .filter(one -> HURT.contains(one.health().status()))
        .map(Dependent::ref)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void tell(Consumer<RunStatus> listener, RunStatus status) {
    try {
      listener.accept(status);
    } catch (RuntimeException e) {
      LOG.error("a listener to a rollback failed", e);
    }
  }
}
