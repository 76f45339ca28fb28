package dev.faultline.concurrent;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Thins a flood: of all values offered only the latest is delivered, at most so many a second, one
 * at a time on a thread of its own. The first goes out at once, the last is never lost, and a
 * receiver that throws is given the next value all the same.
 */
public final class Coalescer<T> implements AutoCloseable {

  private final AtomicReference<@Nullable T> latest = new AtomicReference<>();
  private final Consumer<T> receiver;
  private final FailureListener listener;
  private final long gapNanos;
  private final String what;
  private final Thread deliverer;
  private volatile boolean closed;

  /**
   * @param what its purpose, in words for people
   * @param perSecond the most deliveries a second
   */
  public Coalescer(String what, int perSecond, Consumer<T> receiver, FailureListener listener) {
    this.what = what;
    this.receiver = receiver;
    this.listener = listener;
    this.gapNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    this.deliverer = Thread.ofVirtual().name(what).start(this::deliverAll);
  }

  /** Never blocks. A value that was not yet delivered gives way to this one. */
  public void offer(T value) {
    latest.set(value);
    LockSupport.unpark(deliverer);
  }

  /** Stops; what was not yet delivered is dropped. A delivery under way comes to its end. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(deliverer);
  }

  private void deliverAll() {
    while (!closed) {
      T value = latest.getAndSet(null);
      if (value == null) {
        LockSupport.park(this);
      } else {
        deliver(value);
        rest();
      }
    }
  }

  private void deliver(T value) {
    try {
      receiver.accept(value);
    } catch (Throwable e) {
      // Whatever it is, the receiver must hear of the next value.
      listener.failed(what, e);
    }
  }

  private void rest() {
    long until = System.nanoTime() + gapNanos;
    for (long left = gapNanos; left > 0 && !closed; left = until - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }
}
