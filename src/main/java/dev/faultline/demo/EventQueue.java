package dev.faultline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What will happen when, and the time it is inside the simulation. Things of the same moment happen
 * in the order they were planned, so that a run can be repeated exactly.
 */
final class EventQueue {

  private final PriorityQueue<Planned> planned = new PriorityQueue<>();
  private final Runnable afterEach;
  private Instant now;
  private long order;

  private record Planned(Instant at, long order, Runnable task) implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /**
   * An empty queue.
   *
   * @param afterEach runs after each thing that happened, at the same moment
   */
  EventQueue(Instant start, Runnable afterEach) {
    this.now = start;
    this.afterEach = afterEach;
  }

  Instant now() {
    return now;
  }

  /** Plans a task; one that should have happened already happens next. */
  void at(Instant moment, Runnable task) {
    planned.add(new Planned(moment.isBefore(now) ? now : moment, order++, task));
  }

  void in(Duration delay, Runnable task) {
    at(now.plus(delay), task);
  }

  /** When the next thing is due. */
  Optional<Instant> next() {
    return Optional.ofNullable(planned.peek()).map(Planned::at);
  }

  /** Lets everything happen up to and including the moment. */
  void runUntil(Instant end) {
    for (var next = planned.peek();
        next != null && !next.at().isAfter(end);
        next = planned.peek()) {
      planned.poll();
      now = next.at();
      next.task().run();
      afterEach.run();
    }
    if (end.isAfter(now)) {
      now = end;
    }
  }
}
