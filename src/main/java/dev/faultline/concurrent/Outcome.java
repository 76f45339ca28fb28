package dev.faultline.concurrent;

import java.time.Duration;
import java.util.Optional;

/** How a background task ended. */
public sealed interface Outcome<T> {

  /** It came to its end. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It threw. */
  record Failed<T>(Throwable cause) implements Outcome<T> {}

  /** It was still running at its deadline, and was interrupted. */
  record TimedOut<T>(Duration after) implements Outcome<T> {}

  /** Somebody did not want it any more. */
  record Cancelled<T>() implements Outcome<T> {}

  /** The value, if it came to its end. */
  default Optional<T> result() {
    return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
