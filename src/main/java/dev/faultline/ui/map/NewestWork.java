package dev.faultline.ui.map;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works in the background on one request at a time. While one is worked on, only the newest of
 * those that come waits: a flood of refreshes neither piles up nor keeps the first from its end.
 */
final class NewestWork<Q, R> {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final String what;
  private final Background background;
  private final Executor fx;
  private final Work<Q, R> work;
  private final Consumer<R> receiver;
  private @Nullable Q waiting;
  private @Nullable Task<R> running;

  /** What takes long. */
  @FunctionalInterface
  interface Work<Q, R> {
    R on(Q request) throws InterruptedException;
  }

  /**
   * @param what in words for people
   * @param receiver is handed each result on the FX thread
   */
  NewestWork(
      String what, Background background, Executor fx, Work<Q, R> work, Consumer<R> receiver) {
    this.what = what;
    this.background = background;
    this.fx = fx;
    this.work = work;
    this.receiver = receiver;
  }

  /** Works on the request after the one that is being worked on. */
  synchronized void next(Q request) {
    if (running != null) {
      waiting = request;
    } else {
      start(request);
    }
  }

  /** Works on the request at once: nobody wants the result of the one before any more. */
  synchronized void instead(Q request) {
    var before = running;
    running = null;
    waiting = null;
    if (before != null) {
      before.cancel();
    }
    start(request);
  }

  private void start(Q request) {
    var task = background.start(what, DEADLINE, () -> work.on(request));
    running = task;
    task.whenDone(outcome -> ended(task, outcome.result()));
  }

  private synchronized void ended(Task<R> task, Optional<R> result) {
    if (running != task) {
      return; // Another took its place.
    }
    running = null;
    result.ifPresent(value -> fx.execute(() -> receiver.accept(value)));
    var next = waiting;
    waiting = null;
    if (next != null) {
      start(next);
    }
  }
}
