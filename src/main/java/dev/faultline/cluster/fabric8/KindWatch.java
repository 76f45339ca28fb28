package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.model.Coverage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Keeps one watch going for as long as we are linked: begins anew where it broke off, waits longer
 * after each failure, and says meanwhile since when what we know is stale.
 */
final class KindWatch {

  private static final Duration LIST_DEADLINE = Duration.ofSeconds(60);
  private static final Duration LONGEST_WATCH = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration GOOD_WATCH = Duration.ofSeconds(5);

  /** Somebody looks at the screen while this passes. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** Rights are seldom given in mid-session, and a kind seldom installed. */
  private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(60);

  private final WatchStream stream;
  private final Background background;
  private final KindCoverage coverage;
  private final String namespace;
  private final InstantSource clock;
  private final Pulse pulse;
  private final Semaphore turns;
  private final Backoff backoff = new Backoff(LONGEST_WAIT, Math::random);
  private final Backoff refusals = new Backoff(LONGEST_REFUSAL, Math::random);

  /**
   * @param turns one is taken for each list
   */
  KindWatch(
      WatchStream stream,
      Background background,
      KindCoverage coverage,
      String namespace,
      InstantSource clock,
      Pulse pulse,
      Semaphore turns) {
    this.stream = stream;
    this.background = background;
    this.coverage = coverage;
    this.namespace = namespace;
    this.clock = clock;
    this.pulse = pulse;
    this.turns = turns;
  }

  /** Goes on until interrupted. */
  void follow() throws InterruptedException {
    while (true) {
      var failure = stream.needsList() ? list() : watch();
      if (failure.isPresent()) {
        rest(failure.get());
      }
    }
  }

  private Optional<LinkFailure> list() throws InterruptedException {
    var failure = listInTurn();
    if (failure.isEmpty()) {
      refusals.reset();
      coverage.set(namespace, new Coverage.Live());
    }
    return failure;
  }

  private Optional<LinkFailure> listInTurn() throws InterruptedException {
    turns.acquire();
    try {
      return attempt(
          "listing " + stream.what(),
          LIST_DEADLINE,
          () -> {
            stream.list();
            return true;
          });
    } finally {
      turns.release();
    }
  }

  private Optional<LinkFailure> watch() throws InterruptedException {
    // Not all at the same moment, or the server is asked for all of them at once for ever.
    var time = LONGEST_WATCH.minusSeconds(ThreadLocalRandom.current().nextInt(60));
    long begun = System.nanoTime();
    var failure =
        attempt(
            "watching " + stream.what(),
            time.plus(GRACE),
            () -> {
              stream.watch(time, () -> coverage.set(namespace, new Coverage.Live()));
              return true;
            });
    if (System.nanoTime() - begun > GOOD_WATCH.toNanos()) {
      backoff.reset();
    } else if (failure.isEmpty()) {
      // Ended at once, though without an error: not to be asked for again and again.
      pulse.rest(backoff.next());
    }
    return failure;
  }

  private Optional<LinkFailure> attempt(String what, Duration deadline, Supplier<Boolean> work)
      throws InterruptedException {
    return switch (background.start(what, deadline, work::get).await()) {
      case Outcome.Done<Boolean> _ -> Optional.empty();
      case Outcome.Failed<Boolean> failed when failed.cause() instanceof LinkException link ->
          Optional.of(link.failure());
      case Outcome.Failed<Boolean> _ ->
          Optional.of(new LinkFailure.Broken(stream.what(), "reading failed, see the log"));
      case Outcome.TimedOut<Boolean> late ->
          Optional.of(new LinkFailure.TimedOut(stream.what(), late.after()));
      case Outcome.Cancelled<Boolean> _ -> throw new InterruptedException("closing");
    };
  }

  private void rest(LinkFailure failure) throws InterruptedException {
    switch (failure) {
      case LinkFailure.Forbidden forbidden ->
          refused(failure, new Coverage.Forbidden(forbidden.reason()));
      case LinkFailure.ServerError(int status, String _) when status == 404 ->
          refused(failure, new Coverage.NotServed());
      default -> {
        coverage.stale(namespace, earlier(), failure.sentence());
        pulse.doubt();
        pulse.rest(backoff.next());
      }
    }
  }

  /** A server that has only just started refuses everybody, and knows no custom kind yet. */
  private void refused(LinkFailure failure, Coverage meaning) throws InterruptedException {
    if (pulse.isReady()) {
      coverage.set(namespace, meaning);
    } else {
      coverage.stale(namespace, earlier(), failure.sentence());
    }
    pulse.rest(refusals.next());
  }

  /** What we know is as old as the last word of the server. */
  private Instant earlier() {
    var heard = pulse.lastHeard();
    var now = clock.instant();
    return heard.isBefore(now) ? heard : now;
  }
}
