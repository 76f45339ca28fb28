package dev.faultline.model.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How much went over an edge a moment ago.
 *
 * @param perSecond how many of the unit
 * @param errorShare between 0 and 1, where the source counts failures and something went over
 * @param latency below which 95 of 100 calls were answered, where the source measures it
 */
public record TrafficFigures(
    TrafficUnit unit, double perSecond, OptionalDouble errorShare, Optional<Duration> latency) {

  /** Nothing goes over. */
  public static TrafficFigures none(TrafficUnit unit) {
    return new TrafficFigures(unit, 0, OptionalDouble.empty(), Optional.empty());
  }

  /** Two parts of the same traffic together. Percentiles cannot be added: the worse one is kept. */
  public TrafficFigures plus(TrafficFigures other) {
    double sum = perSecond + other.perSecond;
    boolean counted = errorShare.isPresent() || other.errorShare.isPresent();
    var share =
        counted && sum > 0
            ? OptionalDouble.of((errors() + other.errors()) / sum)
            : OptionalDouble.empty();
    var worse = Stream.of(latency, other.latency).flatMap(Optional::stream);
    return new TrafficFigures(unit, sum, share, worse.max(Duration::compareTo));
  }

  /** "12.3 req/s, 1.5 % errors, p95 40 ms". */
  public String describe() {
    var text = new StringBuilder(Sighting.round(perSecond)).append(' ').append(unit.symbol());
    errorShare.ifPresent(
        share -> text.append(", ").append(Sighting.round(share * 100)).append(" % errors"));
    latency.ifPresent(
        time -> text.append(", p95 ").append(Sighting.round(time.toNanos() / 1e6)).append(" ms"));
    return text.toString();
  }

  private double errors() {
    return errorShare.orElse(0) * perSecond;
  }
}
