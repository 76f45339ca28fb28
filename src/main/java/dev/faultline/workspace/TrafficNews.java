package dev.faultline.workspace;

import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficReading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts together what the servers of one cluster say, and tells of it when it has changed. */
final class TrafficNews {

  private final Consumer<ClusterTraffic> receiver;
  private final Supplier<Map<String, String>> names;
  private final Map<TelemetryKind, TrafficReading> readings = new EnumMap<>(TelemetryKind.class);
  private ClusterTraffic told = ClusterTraffic.NONE;
  private boolean closed;

  TrafficNews(Consumer<ClusterTraffic> receiver, Supplier<Map<String, String>> names) {
    this.receiver = receiver;
    this.names = names;
  }

  synchronized void tell(TelemetryKind kind, TrafficReading reading) {
    readings.put(kind, reading);
    pass();
  }

  synchronized void forget(TelemetryKind kind) {
    readings.remove(kind);
    pass();
  }

  /** When this returns, nothing is told any more: the next link of the name has news of its own. */
  synchronized void close() {
    closed = true;
  }

  private void pass() {
    // That there is no such server in a cluster is no trouble: nobody asked for one.
    var there =
        readings.values().stream().filter(one -> !(one instanceof TrafficReading.Absent)).toList();
    var news = ClusterTraffic.of(there, there.isEmpty() ? Map.of() : names.get()).noting(hints());
    if (!closed && !news.equals(told)) {
      told = news;
      receiver.accept(news);
    }
  }

  /** Whoever wonders why there is no traffic may want to know what was found and of no use. */
  private List<String> hints() {
    return readings.values().stream()
        .filter(TrafficReading.Absent.class::isInstance)
        .flatMap(one -> one.complaint().stream())
        .toList();
  }
}
