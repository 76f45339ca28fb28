package dev.faultline.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The time of a demo. It either stands until a test advances it, or follows a wall clock at a given
 * speed while a person looks on.
 */
public final class DemoClock extends Clock {

  private final InstantSource wall;
  private final Instant wallStart;
  private final double speed;
  private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
  private volatile Instant base;

  private DemoClock(InstantSource wall, Instant start, double speed) {
    this.wall = wall;
    this.wallStart = wall.instant();
    this.speed = speed;
    this.base = start;
  }

  /** A clock that stands still unless it is advanced. */
  public static DemoClock standingAt(Instant start) {
    return new DemoClock(InstantSource.fixed(start), start, 0);
  }

  /** A clock that starts at the wall clock's time and goes as fast. */
  public static DemoClock following(InstantSource wall) {
    return following(wall, 1);
  }

  /** A clock that starts at the wall clock's time and goes {@code speed} times as fast. */
  public static DemoClock following(InstantSource wall, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a clock that follows needs a speed above 0");
    }
    return new DemoClock(wall, wall.instant(), speed);
  }

  /** Lets time pass at once; when this returns, everything due has happened. */
  public synchronized void advance(Duration duration) {
    base = base.plus(duration);
    var now = instant();
    followers.forEach(follower -> follower.accept(now));
  }

  @Override
  public Instant instant() {
    if (speed == 0) {
      return base;
    }
    var passed = Duration.between(wallStart, wall.instant());
    return base.plusNanos((long) (passed.toNanos() * speed));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same time: a demo speaks UTC. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  boolean followsWall() {
    return speed > 0;
  }

  /** How long the wall clock takes for a simulated duration. */
  Duration onTheWall(Duration simulated) {
    return Duration.ofNanos((long) (simulated.toNanos() / speed));
  }

  void follow(Consumer<Instant> follower) {
    followers.add(follower);
  }

  void unfollow(Consumer<Instant> follower) {
    followers.remove(follower);
  }
}
