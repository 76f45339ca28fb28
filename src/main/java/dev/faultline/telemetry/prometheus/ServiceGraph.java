package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service graph that Tempo and the OpenTelemetry collector make of spans. The ends are {@code
 * service.name}s; further resource attributes are there where its {@code dimensions} name them.
 */
final class ServiceGraph {

  private static final String REQUESTS = "traces_service_graph_request_total";
  private static final String FAILED = "traces_service_graph_request_failed_total";
  private static final String LATENCY = "traces_service_graph_request_server_seconds";

  /** Labels behind {@code client_} and {@code server_}, and the attributes that they hold. */
  private static final Map<String, String> ATTRIBUTES = attributes();

  private ServiceGraph() {}

  private static Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    for (String name :
        List.of(
            "k8s.namespace.name",
            "k8s.deployment.name",
            "k8s.statefulset.name",
            "k8s.daemonset.name",
            "k8s.cronjob.name",
            "service.namespace")) {
      attributes.put(name.replace('.', '_'), name);
    }
    return attributes;
  }

  static List<EdgeFamily> families() {
    var labels = new ArrayList<>(List.of("client", "server", "connection_type"));
    ATTRIBUTES.keySet().forEach(name -> labels.addAll(List.of("client_" + name, "server_" + name)));
    return List.of(
        new EdgeFamily(
            "service graph",
            REQUESTS,
            "",
            labels,
            TrafficUnit.REQUESTS,
            List.of(new EdgeFamily.Selection(FAILED, "")),
            Optional.of(new EdgeFamily.Histogram(LATENCY, false)),
            Optional.empty(),
            ServiceGraph::ends));
  }

  private static Ends ends(Labels labels) {
    var connection = labels.get("connection_type");
    boolean sendsSpans = connection.isEmpty() || connection.equals("messaging_system");
    var client = labels.known("client").filter(name -> !isFromOutside(name, connection));
    return Ends.directed(
        client.map(name -> peer(name, "client_", labels)),
        labels
            .known("server")
            .map(name -> sendsSpans ? peer(name, "server_", labels) : new TrafficPeer.Unseen(name)),
        "");
  }

  /** Tempo's name for whoever sends no spans. */
  private static boolean isFromOutside(String client, String connection) {
    return connection.equals("virtual_node") && client.equals("user");
  }

  private static TrafficPeer peer(String name, String prefix, Labels labels) {
    var attributes = new LinkedHashMap<String, String>();
    ATTRIBUTES.forEach(
        (label, attribute) ->
            labels.known(prefix + label).ifPresent(value -> attributes.put(attribute, value)));
    return new TrafficPeer.OfSpans(name, attributes);
  }
}
