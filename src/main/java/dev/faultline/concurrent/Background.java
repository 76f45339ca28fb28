package dev.faultline.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * Runs blocking work on virtual threads. Every task can be cancelled and has a deadline; every
 * failure reaches the listener, so that nothing fails silently. Closing cancels what still runs.
 */
public final class Background implements AutoCloseable {

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

  private final String name;
  private final FailureListener listener;
  private final Set<Task<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param name first part of its threads' names
   * @param listener told of every failure; must not throw
   */
  public Background(String name, FailureListener listener) {
    this.name = name;
    this.listener = listener;
  }

  /**
   * Starts work that has to come to its end within the deadline.
   *
   * @param what the task, in words for people
   */
  public <T> Task<T> start(String what, Duration deadline, Callable<T> work) {
    var task = launch(what, work);
    var timer = Thread.ofVirtual().name(name + "/deadline").unstarted(() -> expire(task, deadline));
    task.task().whenDone(end -> timer.interrupt());
    timer.start();
    return task.task();
  }

  /**
   * Starts work that goes on until it is cancelled or this is closed, such as a watch. It has no
   * deadline as a whole; what it waits for inside must have one.
   */
  public Task<Boolean> keepRunning(String what, Interruptible work) {
    return launch(
            what,
            () -> {
              work.run();
              return true;
            })
        .task();
  }

  /** Work that ends when its thread is interrupted. */
  @FunctionalInterface
  public interface Interruptible {
    void run() throws InterruptedException;
  }

  /** How many tasks have not come to their end. */
  public int running() {
    return running.size();
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(Task::cancel);
    try {
      for (Task<?> task : running) {
        if (!task.awaitThread(PATIENCE_AT_CLOSE)) {
          listener.failed(task.what(), new TimeoutException("does not heed its cancellation"));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Launched<T>(Task<T> task, Thread worker, CompletableFuture<Outcome<T>> end) {}

  private <T> Launched<T> launch(String what, Callable<T> work) {
    var end = new CompletableFuture<Outcome<T>>();
    var self = new CompletableFuture<Task<T>>();
    var worker =
        Thread.ofVirtual()
            .name(name + "/" + what)
            .unstarted(() -> run(what, work, end, () -> running.remove(self.join())));
    var task = new Task<>(what, worker, end, listener);
    self.complete(task);
    running.add(task);
    worker.start();
    if (closed) {
      task.cancel();
    }
    return new Launched<>(task, worker, end);
  }

  private <T> void run(
      String what, Callable<T> work, CompletableFuture<Outcome<T>> end, Runnable leave) {
    try {
      T value = work.call();
      end.complete(new Outcome.Done<>(value));
    } catch (InterruptedException e) {
      // Somebody cancelled it, or its deadline did: the outcome is settled by them.
      end.complete(new Outcome.Cancelled<>());
    } catch (Throwable e) {
      // Also an Error: a task that dies without a word is the worst of failures.
      if (end.complete(new Outcome.Failed<>(e))) {
        listener.failed(what, e);
      }
    } finally {
      leave.run();
    }
  }

  private <T> void expire(Launched<T> launched, Duration deadline) {
    try {
      Thread.sleep(deadline);
    } catch (InterruptedException e) {
      return; // The work was faster.
    }
    if (launched.end().complete(new Outcome.TimedOut<>(deadline))) {
      launched.worker().interrupt();
      var seconds = deadline.toMillis() / 1000.0;
      listener.failed(
          launched.task().what(), new TimeoutException("no end after " + seconds + " s"));
    }
  }
}
