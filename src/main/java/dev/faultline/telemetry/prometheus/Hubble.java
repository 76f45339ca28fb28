package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The <a href="https://docs.cilium.io/en/stable/observability/metrics/">metrics of Hubble</a>,
 * where its {@code labelsContext} names the workloads of both ends.
 */
final class Hubble {

  private static final List<String> WORKLOADS =
      List.of(
          "source_namespace",
          "source_workload",
          "source_workload_kind",
          "destination_namespace",
          "destination_workload",
          "destination_workload_kind");

  private static final String REQUESTS = "hubble_http_requests_total";

  private Hubble() {}

  static List<EdgeFamily> families() {
    return List.of(
        new EdgeFamily(
            "Hubble HTTP",
            REQUESTS,
            "",
            with("reporter"),
            TrafficUnit.REQUESTS,
            List.of(new EdgeFamily.Selection(REQUESTS, "status=~\"5..\"")),
            Optional.of(new EdgeFamily.Histogram("hubble_http_request_duration_seconds", false)),
            Optional.empty(),
            labels -> ends(labels, true, labels.get("reporter"))),
        new EdgeFamily(
            "Hubble",
            "hubble_flows_processed_total",
            "verdict=\"FORWARDED\",type!=\"L7\"",
            with("subtype", "traffic_direction"),
            TrafficUnit.FLOWS,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Hubble::flow));
  }

  private static List<String> with(String... further) {
    var labels = new ArrayList<>(WORKLOADS);
    labels.addAll(List.of(further));
    return labels;
  }

  /**
   * Packets of an answer are flows too, from the callee to the caller. Which they are shows in
   * where the packet was seen and in the direction of its connection, both as that end sees it:
   * what arrives at an end is no answer if the connection is inbound there, and what leaves it, if
   * it is outbound.
   */
  private static Ends flow(Labels labels) {
    boolean arrives = labels.get("subtype").equals("to-endpoint");
    var vantage = arrives ? "callee" : "caller";
    return switch (labels.get("traffic_direction")) {
      case "ingress" -> arrives ? ends(labels, true, vantage) : new Ends.WayBack();
      case "egress" -> arrives ? new Ends.WayBack() : ends(labels, true, vantage);
      default -> ends(labels, false, vantage);
    };
  }

  private static Ends ends(Labels labels, boolean directed, String vantage) {
    var callee =
        labels.workload(
            "destination_namespace",
            "destination_workload",
            labels.known("destination_workload_kind"));
    var caller =
        labels.workload(
            "source_namespace", "source_workload", labels.known("source_workload_kind"));
    return Ends.of(caller, callee, directed, vantage);
  }
}
