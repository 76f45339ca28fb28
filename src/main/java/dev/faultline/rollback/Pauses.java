package dev.faultline.rollback;

/** How long to wait before trying again. */
@FunctionalInterface
interface Pauses {

  /** Waits before the given try; the first repetition is 1. */
  void before(int attempt) throws InterruptedException;

  /** At once, then slowly slower: enough for a status writer to be done, short for a person. */
  static Pauses growing() {
    return attempt -> Thread.sleep(100L * (attempt - 1) * attempt);
  }
}
