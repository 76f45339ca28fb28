package dev.faultline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What is asked of a source.
 *
 * @param recent the time behind {@code now} whose traffic counts as current
 * @param lookback how far back traffic is looked for that is silent now
 * @param within how long all requests together may take
 * @param known names of spans that are plain already: nothing more need be found out about them
 */
public record TrafficQuestion(
    Instant now, Duration recent, Duration lookback, Duration within, Set<String> known) {

  private static final Duration RECENT = Duration.ofMinutes(5);
  private static final Duration LOOKBACK = Duration.ofDays(1);
  private static final Duration WITHIN = Duration.ofSeconds(20);

  public TrafficQuestion {
    known = Set.copyOf(known);
  }

  /** The last five minutes and the day before them. */
  public static TrafficQuestion at(Instant now) {
    return new TrafficQuestion(now, RECENT, LOOKBACK, WITHIN, Set.of());
  }

  public TrafficQuestion knowing(Set<String> names) {
    return new TrafficQuestion(now, recent, lookback, within, names);
  }

  public TrafficQuestion within(Duration atMost) {
    return new TrafficQuestion(now, recent, lookback, atMost, known);
  }
}
