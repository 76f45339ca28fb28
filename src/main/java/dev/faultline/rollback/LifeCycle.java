package dev.faultline.rollback;

import java.util.concurrent.atomic.AtomicInteger;

/** A rollback's stage, guarded: of several threads that want the same step, one gets it. */
final class LifeCycle {

  private final AtomicInteger at = new AtomicInteger(Stage.PLANNED.ordinal());

  Stage stage() {
    return Stage.values()[at.get()];
  }

  /** Goes on from a stage to the next; tells whether it was there. */
  boolean go(Stage from, Stage to) {
    return at.compareAndSet(from.ordinal(), to.ordinal());
  }

  /** Wherever it is, it is over. */
  void end() {
    at.set(Stage.ENDED.ordinal());
  }
}
