package dev.faultline.cluster.fabric8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Knows whether the API server still answers. A connection whose network is gone stays silent for
 * minutes before it fails; so when nothing was heard for a while the server is asked a trifle, and
 * if that finds no answer all connections are dropped, which makes every watch begin anew.
 */
final class Pulse {

  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final ApiLink link;
  private final InstantSource clock;
  private final Runnable onBeat;
  private Instant lastHeard;
  private boolean lost;
  private long recoveries;

  /**
   * @param onBeat called when the server has answered
   */
  Pulse(ApiLink link, InstantSource clock, Runnable onBeat) {
    this.link = link;
    this.clock = clock;
    this.onBeat = onBeat;
    this.lastHeard = clock.instant();
  }

  /** Something came from the server. */
  synchronized void heard() {
    lastHeard = clock.instant();
  }

  /** The last time anything came from the server: what we know is no newer. */
  synchronized Instant lastHeard() {
    return lastHeard;
  }

  /** Waits, but no longer than until the server answers again after it was lost. */
  synchronized void rest(Duration atMost) throws InterruptedException {
    long before = recoveries;
    long until = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis();
        left > 0 && recoveries == before;
        left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }

  void keepBeating() throws InterruptedException {
    while (true) {
      Thread.sleep(BETWEEN);
      if (isLost() || isQuiet()) {
        ask();
      } else {
        onBeat.run();
      }
    }
  }

  private void ask() {
    try (var answer = link.send(ApiRequest.get("/version").within(PATIENCE))) {
      answer.status(); // Any status will do: somebody is there.
      found();
    } catch (LinkException e) {
      if (lose()) {
        link.reset();
      }
    }
  }

  private void found() {
    synchronized (this) {
      lastHeard = clock.instant();
      if (lost) {
        lost = false;
        recoveries++;
        notifyAll();
      }
    }
    onBeat.run();
  }

  private synchronized boolean lose() {
    boolean first = !lost;
    lost = true;
    return first;
  }

  private synchronized boolean isLost() {
    return lost;
  }

  private synchronized boolean isQuiet() {
    return lastHeard.plus(QUIET).isBefore(clock.instant());
  }
}
