package dev.faultline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The software in an image, as far as a cluster can notice what it does. */
interface Program {

  /** Software that runs, and is ready while everything it calls has a ready endpoint. */
  Program ORDINARY = start -> new Run.Runs(Duration.ofSeconds(2), List.of("started"));

  /** What it does when it is started. */
  Run start(Start start);

  /** What it answers to a readiness probe. */
  default Answer probe(Probe probe) {
    return probe.unreachable().isEmpty()
        ? Answer.READY
        : new Answer(
            false,
            Optional.of("WARN  health: no answer from " + String.join(", ", probe.unreachable())),
            Optional.empty());
  }

  /**
   * A start of one container.
   *
   * @param version the image's tag
   */
  record Start(String version, Map<String, String> environment) {}

  /** What becomes of a start. */
  sealed interface Run {

    /** It runs on, and answers probes once it has warmed up. */
    record Runs(Duration warmUp, List<String> says) implements Run {}

    /** It ends by itself. */
    record Crashes(Duration after, int exitCode, String reason, List<String> says) implements Run {}
  }

  /**
   * A probe of one running container.
   *
   * @param unreachable the hosts it calls that have no ready endpoint, as it names them
   * @param rank which of the pods of its owner this is, from 0
   */
  record Probe(List<String> unreachable, int rank, int siblings, Instant now) {}

  /**
   * The answer to a probe.
   *
   * @param says a line that it logs with it
   * @param until when the answer may be another though nothing that it calls came or went
   */
  record Answer(boolean ready, Optional<String> says, Optional<Instant> until) {
    static final Answer READY = new Answer(true, Optional.empty(), Optional.empty());
  }
}
