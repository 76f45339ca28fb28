package dev.faultline.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A piece of background work that was started. */
public final class Task<T> {

  private final String what;
  private final Thread worker;
  private final CompletableFuture<Outcome<T>> end;
  private final FailureListener failures;

  Task(String what, Thread worker, CompletableFuture<Outcome<T>> end, FailureListener failures) {
    this.what = what;
    this.worker = worker;
    this.end = end;
    this.failures = failures;
  }

  /** The task, in words for people. */
  public String what() {
    return what;
  }

  /** Interrupts the work and settles the outcome; does nothing once it has ended. */
  public void cancel() {
    if (end.complete(new Outcome.Cancelled<>())) {
      worker.interrupt();
    }
  }

  public boolean isDone() {
    return end.isDone();
  }

  /** How it ended, if it has. */
  public Optional<Outcome<T>> ended() {
    return Optional.ofNullable(end.getNow(null));
  }

  /**
   * Blocks until the end, which the task's deadline bounds.
   *
   * @throws InterruptedException if the waiting thread is interrupted; the task is cancelled then
   */
  public Outcome<T> await() throws InterruptedException {
    try {
      return end.get();
    } catch (InterruptedException e) {
      cancel();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome is always completed by a value", e);
    }
  }

  /** Waits for the end of the thread itself: work may go on for a moment after a cancellation. */
  boolean awaitThread(Duration atMost) throws InterruptedException {
    return worker.join(atMost);
  }

  /** Waits no longer than this; whether the end was reached. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    try {
      end.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome is always completed by a value", e);
    }
  }

  /** Calls back at the end, on the thread that ended the task; at once if it has ended. */
  public void whenDone(Consumer<Outcome<T>> listener) {
    var unused = end.thenAccept(outcome -> tell(listener, outcome));
  }

  /** A future would keep to itself what a listener throws. */
  private void tell(Consumer<Outcome<T>> listener, Outcome<T> outcome) {
    try {
      listener.accept(outcome);
    } catch (RuntimeException e) {
      failures.failed("telling of the end of " + what, e);
    }
  }
}
