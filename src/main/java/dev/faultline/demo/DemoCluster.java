package dev.faultline.demo;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A cluster in memory behind both ports. For a given start it always does the same. With a clock
 * that follows the wall it lives on by itself until it is closed; with one that stands, nothing
 * happens but what {@link DemoClock#advance} brings.
 */
public final class DemoCluster implements AutoCloseable {

  /** The demo's name wherever a cluster has one. */
  public static final ClusterId ID = new ClusterId("demo");

  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  private final DemoClock clock;
  private final Simulation simulation;
  private final DemoFaults faults = new DemoFaults(this::catchUp);
  private final DemoSource source;
  private final DemoActions actions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Consumer<Instant> follower = now -> catchUp();
  private boolean closed;

  private DemoCluster(DemoClock clock, Simulation simulation) {
    this.clock = clock;
    this.simulation = simulation;
    // The values are made up, so their hashes may be the same in every run.
    var guard = new SecretGuard(ID.name().getBytes(StandardCharsets.UTF_8));
    this.source = new DemoSource(simulation.store(), guard, clock.instant(), this::stop);
    this.actions = new DemoActions(this, faults, guard);
  }

  /** The shop in the middle of its incident, at the clock's present. */
  public static DemoCluster incident(DemoClock clock) {
    var now = clock.instant();
    var simulation = new Simulation(ID, now.minus(DemoShop.HISTORY), now, now.getEpochSecond());
    DemoShop.live(simulation, now);
    return open(clock, simulation);
  }

  /** A cluster of three nodes with nothing on it, for tests to fill. */
  public static DemoCluster empty(DemoClock clock) {
    var now = clock.instant();
    var simulation = new Simulation(ID, now, now, now.getEpochSecond());
    ShopGround.nodes(simulation);
    return open(clock, simulation);
  }

  private static DemoCluster open(DemoClock clock, Simulation simulation) {
    var cluster = new DemoCluster(clock, simulation);
    cluster.catchUp();
    clock.follow(cluster.follower);
    if (clock.followsWall()) {
      Thread.ofVirtual().name("demo").start(cluster::live);
    }
    return cluster;
  }

  /** Both ports, marked as a demo. */
  public LinkedCluster linked() {
    return new LinkedCluster(source, actions, new LinkedCluster.Safety(false, false, true));
  }

  public StateSource source() {
    return source;
  }

  public ClusterActions actions() {
    return actions;
  }

  /** What shall go wrong between Faultline and the cluster. */
  public DemoFaults faults() {
    return faults;
  }

  /** Creates an object or sets its spec, labels and annotations, as somebody else's apply would. */
  public WriteResult apply(Manifest manifest, String manager) {
    return inside(simulated -> simulated.api().apply(manifest, manager));
  }

  /** Deletes an object, as somebody else would. */
  public void remove(ResourceRef ref) {
    inside(
        simulated -> {
          simulated.store().remove(ref);
          return ref;
        });
  }

  @Override
  public void close() {
    source.close();
  }

  /** Does something to the cluster at the clock's present, and lets the controllers answer. */
  <T> T inside(Function<Simulation, T> work) {
    lock.lock();
    try {
      simulation.queue().runUntil(clock.instant());
      var result = work.apply(simulation);
      simulation.settle();
      publish();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    inside(simulated -> simulated);
  }

  private void publish() {
    var now = simulation.queue().now();
    var broken = faults.broken();
    if (broken.isPresent()) {
      source.lose(now, broken.get());
    } else {
      source.publish(now, simulation.takeTouched());
    }
  }

  /** Follows the wall clock: sleeps until the next thing is due. */
  private void live() {
    lock.lock();
    try {
      while (!closed) {
        catchUp();
        var rest =
            simulation
                .queue()
                .next()
                .map(due -> clock.onTheWall(Duration.between(clock.instant(), due)))
                .filter(wait -> wait.compareTo(LONGEST_REST) < 0)
                .orElse(LONGEST_REST);
        // Woken early by every write: then something may be due sooner.
        changed.awaitNanos(Math.max(1_000_000, rest.toNanos()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      source.lose(clock.instant(), "the simulation stopped: " + e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void stop() {
    clock.unfollow(follower);
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
