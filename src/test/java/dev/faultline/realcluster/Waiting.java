package dev.faultline.realcluster;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that only asking again can tell, and never for ever. */
final class Waiting {

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Waiting() {}

  /**
   * Asks until the answer is as wanted and returns it; fails with the last answer after {@code
   * atMost}.
   */
  static <T> T until(String what, Duration atMost, Supplier<T> ask, Predicate<? super T> wanted) {
    long deadline = System.nanoTime() + atMost.toNanos();
    T answer = ask.get();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%s did not come within %s; last seen: %s".formatted(what, atMost, answer));
      }
      pause();
      answer = ask.get();
    }
    return answer;
  }

  private static void pause() {
    try {
      // A latch that nobody opens: a bounded pause that an interrupt ends.
      if (new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("unreachable");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
