package dev.faultline.demo;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterState;
import java.util.function.Consumer;

/**
 * Brings states to one listener on a thread of its own; one that is slow gets the newest when it is
 * done. A failure of the listener goes to the thread's handler, and the next state is brought all
 * the same.
 */
final class Delivery implements StateSource.Subscription {

  private final Consumer<ClusterState> listener;
  private final Runnable onClose;
  private final Thread thread;
  private ClusterState newest;
  private boolean waiting;
  private boolean closed;

  Delivery(ClusterState present, Consumer<ClusterState> listener, Runnable onClose) {
    this.newest = present;
    this.listener = listener;
    this.onClose = onClose;
    this.thread = Thread.ofVirtual().name("demo-delivery").unstarted(this::deliver);
  }

  void begin() {
    thread.start();
  }

  synchronized void offer(ClusterState state) {
    newest = state;
    waiting = true;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    onClose.run();
  }

  private void deliver() {
    try {
      while (await()) {
        try {
          listener.accept(taken());
        } catch (RuntimeException e) {
          Thread.currentThread()
              .getUncaughtExceptionHandler()
              .uncaughtException(Thread.currentThread(), e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean await() throws InterruptedException {
    while (!waiting && !closed) {
      wait();
    }
    return !closed;
  }

  private synchronized ClusterState taken() {
    waiting = false;
    return newest;
  }
}
