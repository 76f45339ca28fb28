package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A family of metrics that counts traffic by its two ends, as one exporter writes it.
 *
 * @param title what writes it: {@code Istio}
 * @param counter the metric that counts the traffic
 * @param selector label matchers that hold for all of it, without braces; may be empty
 * @param labels those that tell the ends
 * @param errors what of it counts as failure; none if it does not tell
 * @param latency where the time that calls take is measured
 * @param open a gauge of connections that stand open, which are traffic although nothing is counted
 * @param ends between whom a series counts
 */
record EdgeFamily(
    String title,
    String counter,
    String selector,
    List<String> labels,
    TrafficUnit unit,
    List<Selection> errors,
    Optional<Histogram> latency,
    Optional<String> open,
    Function<Labels, Ends> ends) {

  EdgeFamily {
    labels = List.copyOf(labels);
    errors = List.copyOf(errors);
  }

  /** A metric, and the label matchers that its series must fulfil. */
  record Selection(String metric, String matchers) {}

  /**
   * A histogram of latencies.
   *
   * @param metric without {@code _bucket}
   * @param milliseconds whether it is in milliseconds rather than seconds
   */
  record Histogram(String metric, boolean milliseconds) {}
}
