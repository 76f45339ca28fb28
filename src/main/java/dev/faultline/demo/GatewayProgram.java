package dev.faultline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gateway sheds load: while nobody answers at {@code order}, requests that wait for it fill a
 * pod's connections, the pod takes itself out of service until they have drained, and meanwhile the
 * next one fills up. So there is always one pod, for moments two, that takes no traffic.
 */
final class GatewayProgram implements Program {

  private static final long TURN_SECONDS = 90;

  /** Longer than a probe's period, so that the next is out before this one is back. */
  private static final long OVERLAP_SECONDS = 8;

  @Override
  public Run start(Start start) {
    return new Run.Runs(
        Duration.ofSeconds(2),
        List.of("INFO  gateway " + start.version() + " starting", "INFO  listening on :8080"));
  }

  @Override
  public Answer probe(Probe probe) {
    if (!probe.unreachable().equals(List.of("order"))) {
      return Program.super.probe(probe);
    }
    boolean drains = drains(probe.now(), probe);
    var until = probe.now();
    while (drains(until, probe) == drains) {
      until = until.plusSeconds(1);
    }
    var says =
        drains
            ? "WARN  upstream order: 64 of 64 connections wait; taking no more requests"
            : "WARN  upstream order: no healthy endpoint, retrying";
    return new Answer(!drains, Optional.of(says), Optional.of(until));
  }

  private static boolean drains(Instant moment, Probe probe) {
    long now = moment.getEpochSecond();
    return probe.siblings() == 1
        ? Math.floorDiv(now, TURN_SECONDS) % 2 == 0
        : turn(now, probe) == probe.rank() || turn(now - OVERLAP_SECONDS, probe) == probe.rank();
  }

  private static long turn(long second, Probe probe) {
    return Math.floorDiv(second, TURN_SECONDS) % Math.max(1, probe.siblings());
  }
}
