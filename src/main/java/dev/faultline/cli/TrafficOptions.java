package dev.faultline.cli;

import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficChoice.Place;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of telemetry servers, the same for every verb that shows traffic. */
final class TrafficOptions {

  private static final String IN_CLUSTER = "";

  @Option(
      names = "--prometheus",
      arity = "0..1",
      fallbackValue = IN_CLUSTER,
      paramLabel = "URL",
      description =
          "Add the traffic that Prometheus, Thanos or Mimir has counted (Istio, Linkerd, service"
              + " graphs of traces, Hubble, Beyla, OBI). Without URL it is looked for in the"
              + " cluster and read through its API server.")
  private @Nullable String prometheus;

  @Option(
      names = "--zipkin",
      arity = "0..1",
      fallbackValue = IN_CLUSTER,
      paramLabel = "URL",
      description = "Add the traffic that Zipkin has traces of; without URL as above.")
  private @Nullable String zipkin;

  @Option(
      names = "--jaeger",
      arity = "0..1",
      fallbackValue = IN_CLUSTER,
      paramLabel = "URL",
      description = "Add the traffic that Jaeger has traces of; without URL as above.")
  private @Nullable String jaeger;

  TrafficChoice choice() {
    var servers = new EnumMap<TelemetryKind, Place>(TelemetryKind.class);
    put(servers, TelemetryKind.PROMETHEUS, prometheus);
    put(servers, TelemetryKind.ZIPKIN, zipkin);
    put(servers, TelemetryKind.JAEGER, jaeger);
    return new TrafficChoice(servers);
  }

  private static void put(
      EnumMap<TelemetryKind, Place> servers, TelemetryKind kind, @Nullable String url) {
    if (url != null) {
      servers.put(kind, url.equals(IN_CLUSTER) ? new Place.InCluster() : new Place.At(url));
    }
  }
}
