package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import java.util.List;
import java.util.Optional;

/**
 * Istio's <a href="https://istio.io/latest/docs/reference/config/metrics/">standard metrics</a>.
 * Sidecars of both sides, ztunnel and waypoints count the same call, each under its own {@code
 * reporter}.
 */
final class Istio {

  private static final List<String> LABELS =
      List.of(
          "reporter",
          "source_workload",
          "source_workload_namespace",
          "destination_workload",
          "destination_workload_namespace",
          "destination_service",
          "destination_service_name",
          "destination_service_namespace");

  /** Envoy's names for where it sends what it knows no Service for. */
  private static final List<String> NO_SERVICE =
      List.of("PassthroughCluster", "BlackHoleCluster", "InboundPassthroughCluster");

  private static final String REQUESTS = "istio_requests_total";

  /** Statuses of gRPC that blame the server: those that an HTTP 5xx would stand for. */
  private static final String GRPC_ERRORS = "2|4|12|13|14|15";

  private Istio() {}

  static List<EdgeFamily> families() {
    return List.of(
        new EdgeFamily(
            "Istio",
            REQUESTS,
            "",
            LABELS,
            TrafficUnit.REQUESTS,
            List.of(
                new EdgeFamily.Selection(REQUESTS, "response_code=~\"5..|0\""),
                new EdgeFamily.Selection(
                    REQUESTS, "grpc_response_status=~\"" + GRPC_ERRORS + "\"")),
            Optional.of(new EdgeFamily.Histogram("istio_request_duration_milliseconds", true)),
            Optional.empty(),
            Istio::ends),
        new EdgeFamily(
            "Istio TCP",
            "istio_tcp_sent_bytes_total",
            "",
            LABELS,
            TrafficUnit.BYTES,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Istio::ends));
  }

  private static Ends ends(Labels labels) {
    var caller = labels.workload("source_workload_namespace", "source_workload");
    return Ends.directed(caller, callee(labels), labels.get("reporter"));
  }

  private static Optional<TrafficPeer> callee(Labels labels) {
    return labels
        .workload("destination_workload_namespace", "destination_workload")
        .or(() -> service(labels))
        .or(() -> host(labels));
  }

  private static Optional<TrafficPeer> service(Labels labels) {
    return labels
        .service("destination_service_namespace", "destination_service_name")
        .filter(ignored -> !isHost(labels.get("destination_service_name")));
  }

  /** A ServiceEntry has its host for a name. */
  private static boolean isHost(String name) {
    return name.contains(".") || NO_SERVICE.contains(name);
  }

  private static Optional<TrafficPeer> host(Labels labels) {
    return labels
        .known("destination_service")
        .filter(host -> !NO_SERVICE.contains(host))
        .map(host -> Hosts.withoutPort(host));
  }
}
