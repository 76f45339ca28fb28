package dev.faultline.telemetry.prometheus;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the queries for one family: each asks for all its edges at once. */
final class Promql {

  private final EdgeFamily family;
  private final Matchers matchers;

  Promql(EdgeFamily family, Matchers matchers) {
    this.family = family;
    this.matchers = matchers;
  }

  /** How much goes over each edge, a second. */
  String rate(Duration recent) {
    return "sum by (%s) (rate(%s[%s]))".formatted(by(), counter(), seconds(recent));
  }

  /** How much of it fails. */
  Optional<String> errors(Duration recent) {
    return family.errors().isEmpty()
        ? Optional.empty()
        : Optional.of(
            family.errors().stream()
                .map(
                    one ->
                        "rate(%s%s[%s])"
                            .formatted(one.metric(), matchers.and(one.matchers()), seconds(recent)))
                .collect(Collectors.joining(" or ", "sum by (" + by() + ") (", ")")));
  }

  /** The time below which 95 of 100 calls are answered. */
  Optional<String> latency(Duration recent) {
    return family
        .latency()
        .map(
            histogram ->
                "histogram_quantile(0.95, sum by (le, %s) (rate(%s_bucket%s[%s])))"
                    .formatted(by(), histogram.metric(), braces(), seconds(recent)));
  }

  /**
   * In which steps there was traffic: the counter rose; or it was not there a step before, as rate
   * and increase do not see the first value of a series; or a connection stood open.
   */
  String history(Duration step) {
    var span = seconds(step);
    var rose = "sum by (%s) (increase(%s[%s])) > 0".formatted(by(), counter(), span);
    var born =
        "sum by (%1$s) (last_over_time(%2$s[%3$s]) unless last_over_time(%2$s[%3$s] offset %3$s)) > 0"
            .formatted(by(), counter(), span);
    var open =
        family.open().map(gauge -> " or sum by (%s) (%s%s) > 0".formatted(by(), gauge, braces()));
    return rose + " or " + born + open.orElse("");
  }

  private String by() {
    return String.join(", ", family.labels());
  }

  private String counter() {
    return family.counter() + braces();
  }

  private String braces() {
    return matchers.and(family.selector());
  }

  private static String seconds(Duration duration) {
    return Math.max(1, duration.toSeconds()) + "s";
  }
}
