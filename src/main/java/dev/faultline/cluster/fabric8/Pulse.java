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
  private static final Duration BETWEEN_WHILE_LOST = Duration.ofSeconds(2);
  private static final Duration SURE = Duration.ofSeconds(1);

  private final ApiLink link;
  private final InstantSource clock;
  private final Runnable onBeat;
  private final Backoff backoff = new Backoff(BETWEEN_WHILE_LOST, Math::random);
  private Instant lastHeard;
  private boolean doubted;
  private boolean lost;
  private boolean silent;
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

  /** A request failed: the server is asked now, unless it has only just been heard. */
  synchronized void doubt() {
    if (!lost && lastHeard.plus(SURE).isBefore(clock.instant())) {
      doubted = true;
      notifyAll();
    }
  }

  /** Whether the server calls itself ready: one that has only just started may answer nonsense. */
  boolean isReady() {
    try (var answer = askReady()) {
      return isReady(answer);
    } catch (LinkException e) {
      return false;
    }
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
      pause();
      if (isInQuestion()) {
        ask();
      } else {
        onBeat.run();
      }
    }
  }

  private synchronized void pause() throws InterruptedException {
    var length = lost ? backoff.next() : BETWEEN;
    long until = System.nanoTime() + length.toNanos();
    for (long left = length.toMillis();
        left > 0 && !doubted;
        left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }

  private synchronized boolean isInQuestion() {
    boolean asked = doubted || lost || lastHeard.plus(QUIET).isBefore(clock.instant());
    doubted = false;
    return asked;
  }

  private void ask() {
    try (var answer = askReady()) {
      answered(isReady(answer));
      onBeat.run();
    } catch (LinkException e) {
      if (lose()) {
        link.reset();
      }
    }
  }

  private ApiResponse askReady() {
    return link.send(ApiRequest.get("/readyz").within(PATIENCE));
  }

  /** Also a server that knows no such path, or keeps it to itself, is there. */
  private static boolean isReady(ApiResponse answer) {
    return answer.status() < 500;
  }

  private synchronized void answered(boolean ready) {
    lastHeard = clock.instant();
    silent = false;
    if (!ready) {
      lost = true;
    } else if (lost) {
      lost = false;
      backoff.reset();
      recoveries++;
      notifyAll();
    }
  }

  private synchronized boolean lose() {
    boolean first = !silent;
    silent = true;
    lost = true;
    return first;
  }
}
