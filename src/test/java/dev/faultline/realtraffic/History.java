package dev.faultline.realtraffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was scraped in the past: a file in the OpenMetrics format, of which {@code promtool} makes
 * blocks.
 */
final class History {

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Instant now;
  private final Duration length;
  private final StringBuilder text = new StringBuilder();

  History(Instant now, Duration length) {
    this.now = now;
    this.length = length;
  }

  /**
   * Adds series.
   *
   * @param seconds how many seconds of traffic had been counted at a time before now; empty where
   *     the series was not there
   */
  History add(List<Series> series, Function<Duration, Optional<Double>> seconds) {
    for (Series one : series) {
      for (var ago = length; !ago.isNegative(); ago = ago.minus(INTERVAL)) {
        var at = now.minus(ago).getEpochSecond();
        seconds
            .apply(ago)
            .ifPresent(
                counted ->
                    text.append(one.line(one.perSecond() * counted))
                        .append(' ')
                        .append(at)
                        .append('\n'));
      }
    }
    return this;
  }

  String text() {
    return text + "# EOF\n";
  }
}
