package dev.faultline.telemetry;

import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of asking for traffic. */
public sealed interface TrafficReading {

  /**
   * An answer, perhaps a partial one.
   *
   * @param notes what is missing from it, and what the server warns of; a sentence each
   */
  record Answered(TrafficReport report, List<String> notes) implements TrafficReading {
    public Answered {
      notes = List.copyOf(notes);
    }
  }

  /** No answer. */
  record Unanswered(String source, String reason) implements TrafficReading {}

  /** There is nobody to ask: what was looked for in the cluster is not there. */
  record Absent(String source, String reason) implements TrafficReading {}

  /**
   * No answer now, but one before.
   *
   * @param lastKnown what was answered then
   */
  record Outdated(String source, String reason, Instant since, TrafficReport lastKnown)
      implements TrafficReading {}

  /** What the user is told when traffic is missing; empty if it is not. */
  default Optional<String> complaint() {
    return switch (this) {
      case Answered ignored -> Optional.empty();
      case Unanswered none ->
          Optional.of("no traffic data from " + none.source + ": " + none.reason);
      case Absent none -> Optional.of("no traffic data from " + none.source + ": " + none.reason);
      case Outdated old ->
          Optional.of(
              "no traffic data from " + old.source + " since " + old.since + ": " + old.reason);
    };
  }
}
