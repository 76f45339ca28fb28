package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import java.util.List;
import java.util.Optional;

/**
 * The network flows of <a href="https://opentelemetry.io/docs/zero-code/obi/network/">OBI</a> and
 * of Beyla, which it grew from. Which end opened the connection is said by {@code direction}, which
 * Beyla leaves out unless told otherwise.
 */
final class NetworkFlows {

  private static final List<String> LABELS =
      List.of(
          "k8s_src_namespace",
          "k8s_src_owner_name",
          "k8s_src_owner_type",
          "k8s_dst_namespace",
          "k8s_dst_owner_name",
          "k8s_dst_owner_type",
          "direction");

  private NetworkFlows() {}

  static List<EdgeFamily> families() {
    return List.of(
        family("OBI", "obi_network_flow_bytes_total"),
        family("Beyla", "beyla_network_flow_bytes_total"));
  }

  private static EdgeFamily family(String title, String counter) {
    return new EdgeFamily(
        title,
        counter,
        "",
        LABELS,
        TrafficUnit.BYTES,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        NetworkFlows::ends);
  }

  private static Ends ends(Labels labels) {
    var from = peer(labels, "src");
    var to = peer(labels, "dst");
    return switch (labels.get("direction")) {
      case "request" -> Ends.directed(from, to, "");
      case "response" -> new Ends.WayBack();
      default -> {
        // Only who opens a connection sends to a Service; answers come from pods.
        boolean opens = to.filter(TrafficPeer.OfService.class::isInstance).isPresent();
        boolean answers = from.filter(TrafficPeer.OfService.class::isInstance).isPresent();
        yield answers ? new Ends.WayBack() : Ends.of(from, to, opens, "");
      }
    };
  }

  private static Optional<TrafficPeer> peer(Labels labels, String side) {
    var namespace = "k8s_" + side + "_namespace";
    var name = "k8s_" + side + "_owner_name";
    var kind = labels.known("k8s_" + side + "_owner_type");
    return kind.filter(type -> type.equalsIgnoreCase("service")).isPresent()
        ? labels.service(namespace, name)
        : labels.workload(namespace, name, kind);
  }
}
