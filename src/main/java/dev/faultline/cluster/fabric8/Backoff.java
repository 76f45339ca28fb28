package dev.faultline.cluster.fabric8;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: twice as long each time, and never in step. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(250);

  private final Duration longest;
  private final DoubleSupplier random;
  private int failures;

  /**
   * @param longest the wait does not grow beyond this
   * @param random numbers from 0 to 1
   */
  Backoff(Duration longest, DoubleSupplier random) {
    this.longest = longest;
    this.random = random;
  }

  /** Between half of the time and all of it, as many clients may have lost the same server. */
  synchronized Duration next() {
    long full = Math.min(longest.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis((long) (full * (0.5 + random.getAsDouble() / 2)));
  }

  synchronized void reset() {
    failures = 0;
  }
}
