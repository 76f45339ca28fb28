package dev.faultline.telemetry;

import java.time.Duration;

/** The time that several requests share. */
public final class Budget {

  private final long end;

  public Budget(Duration total) {
    this.end = System.nanoTime() + total.toNanos();
  }

  public boolean isSpent() {
    return end - System.nanoTime() <= 0;
  }

  /** What is left, never less than nothing. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** What is left, but no more than this. */
  public Duration left(Duration atMost) {
    var left = left();
    return left.compareTo(atMost) < 0 ? left : atMost;
  }
}
