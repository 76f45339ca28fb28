package dev.faultline.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries values to another thread, the newest winning: while one waits to be delivered, a newer
 * one takes its place, so that a slow receiver never has more than one before it.
 */
public final class Latest<T> {

  private final Executor thread;
  private final Consumer<T> receiver;
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

  public Latest(Executor thread, Consumer<T> receiver) {
    this.thread = thread;
    this.receiver = receiver;
  }

  /** Never blocks; from any thread. */
  public void offer(T value) {
    if (waiting.getAndSet(value) == null) {
      thread.execute(this::deliver);
    }
  }

  private void deliver() {
    T value = waiting.getAndSet(null);
    if (value != null) {
      receiver.accept(value);
    }
  }
}
