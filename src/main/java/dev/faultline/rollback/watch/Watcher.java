package dev.faultline.rollback.watch;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches the states of a source until a goal is reached, missed or given up. */
public final class Watcher {

  /** Also without news the time goes on: for the settling time, and for the time left. */
  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  private final StateSource source;
  private final InstantSource clock;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean stopped;

  public Watcher(StateSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Stops looking; what was changed in the cluster stays as it is. */
  public void stop() {
    stopped = true;
    news.release();
  }

  /** Looks until the end; blocks. The listener hears of every look that shows something else. */
  public WatchResult watch(Goal goal, Consumer<RollbackProgress> listener) {
    var watch = new Watch(goal);
    Optional<RollbackProgress> told = Optional.empty();
    try (var _ = source.subscribe(this::wake)) {
      while (!stopped) {
        var look = watch.look(source.state(), clock.instant());
        if (told.filter(last -> isAlike(last, look.progress())).isEmpty()) {
          told = Optional.of(look.progress());
          listener.accept(look.progress());
        }
        if (look.result().isPresent()) {
          return look.result().get();
        }
        nap();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new WatchResult.NotVerified(
        WatchResult.Why.STOPPED, "watching was stopped; the change stays applied");
  }

  private void wake(ClusterState newer) {
    news.release();
  }

  private void nap() throws InterruptedException {
    if (news.tryAcquire(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits(); // many states may have come: one look at the newest is enough
    }
  }

  private static boolean isAlike(RollbackProgress a, RollbackProgress b) {
    return a.phase() == b.phase()
        && a.sentence().equals(b.sentence())
        && a.target().equals(b.target())
        && a.old().equals(b.old())
        && a.events().equals(b.events())
        && a.left().toSeconds() == b.left().toSeconds();
  }
}
