package dev.faultline.concurrent;

/** Hears of every task that failed or ran out of time, whether or not anybody awaits it. */
@FunctionalInterface
public interface FailureListener {

  /**
   * Told once for each failure, on the thread that failed.
   *
   * @param what the task, in words for people
   * @param cause what it threw; a {@link java.util.concurrent.TimeoutException} at a deadline
   */
  void failed(String what, Throwable cause);
}
