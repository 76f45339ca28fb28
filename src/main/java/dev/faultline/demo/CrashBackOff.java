package dev.faultline.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a kubelet waits before it tries again: not at all the first time, then 10, 20, 40 …
 * seconds, at most 300; ten quiet minutes are forgiven.
 */
final class CrashBackOff {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration MOST = Duration.ofSeconds(300);
  private static final Duration FORGIVEN = MOST.multipliedBy(2);

  private Duration next = Duration.ZERO;
  private Instant last = Instant.MIN;

  /** The wait after a failure at this moment. */
  Duration after(Instant failure) {
    if (!last.equals(Instant.MIN) && failure.isAfter(last.plus(FORGIVEN))) {
      next = Duration.ZERO;
    }
    var wait = next;
    var doubled = wait.multipliedBy(2);
    next = wait.isZero() ? FIRST : doubled.compareTo(MOST) > 0 ? MOST : doubled;
    last = failure;
    return wait;
  }
}
