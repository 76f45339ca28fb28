package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.StateSource;
import dev.faultline.concurrent.Coalescer;
import dev.faultline.concurrent.FailureListener;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The state of a live cluster. Changes are gathered, of several to one object only the last kept,
 * and applied together a few times a second: a flood costs no more than its objects.
 */
final class LiveState implements StateSource {

  private static final Duration REST = Duration.ofMillis(50);
  private static final int TOLD_A_SECOND = 20;

  private final InstantSource clock;
  private final FailureListener failures;
  private final Runnable onClose;
  private final Set<Coalescer<ClusterState>> listeners = ConcurrentHashMap.newKeySet();
  private final Thread applier;
  private final Object lock = new Object();

  /** Held while a state is told, so that nobody who comes just then is told an older one last. */
  private final Object telling = new Object();

  private Map<Object, StateChange> pending = new LinkedHashMap<>();
  private boolean tick;
  private volatile ClusterState state;

  /**
   * @param expected kinds that are being read: until they are, none of them must look absent
   * @param onClose ends what feeds this
   */
  LiveState(
      ClusterId cluster,
      Collection<Kind> expected,
      InstantSource clock,
      FailureListener failures,
      Runnable onClose) {
    this.clock = clock;
    this.failures = failures;
    this.onClose = onClose;
    var now = clock.instant();
    this.state =
        ClusterState.empty(cluster, now)
            .apply(
                now,
                expected.stream()
                    .<StateChange>map(kind -> new StateChange.Covered(kind, new Coverage.Loading()))
                    .toList());
    this.applier = Thread.ofVirtual().name("state of " + cluster).start(this::applyAll);
  }

  /** Takes a change; never blocks for long. */
  void offer(StateChange change) {
    synchronized (lock) {
      pending.put(key(change), change);
      lock.notifyAll();
    }
  }

  /** The cluster was heard of: the state describes this moment, changed or not. */
  void heard() {
    synchronized (lock) {
      tick = true;
      lock.notifyAll();
    }
  }

  @Override
  public ClusterId cluster() {
    return state.cluster();
  }

  @Override
  public ClusterState state() {
    return state;
  }

  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    var coalescer =
        new Coalescer<ClusterState>(
            "listener to " + state.cluster(), TOLD_A_SECOND, listener, failures);
    synchronized (telling) {
      listeners.add(coalescer);
      coalescer.offer(state);
    }
    return () -> {
      listeners.remove(coalescer);
      coalescer.close();
    };
  }

  @Override
  public void close() {
    stop();
    onClose.run();
  }

  /** Applies and tells nothing more; what feeds this is left alone. */
  void stop() {
    applier.interrupt();
    listeners.forEach(Coalescer::close);
    listeners.clear();
  }

  private static Object key(StateChange change) {
    return switch (change) {
      case StateChange.Put put -> put.object().ref();
      case StateChange.Removed removed -> removed.ref();
      case StateChange.Covered covered -> covered.kind();
    };
  }

  private void applyAll() {
    try {
      while (true) {
        apply(take());
        Thread.sleep(REST);
      }
    } catch (InterruptedException e) {
      return; // Closed.
    }
  }

  private List<StateChange> take() throws InterruptedException {
    synchronized (lock) {
      while (pending.isEmpty() && !tick) {
        lock.wait();
      }
      var taken = new ArrayList<>(pending.values());
      pending = new LinkedHashMap<>();
      tick = false;
      return taken;
    }
  }

  private void apply(List<StateChange> changes) {
    try {
      var next = state.apply(clock.instant(), changes);
      synchronized (telling) {
        state = next;
        listeners.forEach(listener -> listener.offer(next));
      }
    } catch (RuntimeException e) {
      // One change that can't be applied must not end the feed of all others.
      failures.failed("bringing the state of " + state.cluster() + " up to date", e);
    }
  }
}
