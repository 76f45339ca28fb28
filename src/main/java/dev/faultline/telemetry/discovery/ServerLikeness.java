package dev.faultline.telemetry.discovery;

import dev.faultline.model.KubernetesService.Port;
import dev.faultline.telemetry.TelemetryKind;
import java.util.List;
import java.util.Set;

/**
 * How much a Service looks like a server of one kind.
 *
 * @param whole names that say it outright
 * @param part what a name must contain otherwise
 * @param others words in a name that say it is something beside such a server
 * @param ports numbers that its documentation gives, the usual one first
 * @param portNames names of ports under which it is found at any number
 */
record ServerLikeness(
    Set<String> whole,
    String part,
    List<String> others,
    List<Integer> ports,
    Set<String> portNames) {

  static ServerLikeness of(TelemetryKind kind) {
    return switch (kind) {
      case PROMETHEUS ->
          new ServerLikeness(
              Set.of(
                  "prometheus",
                  "prometheus-server",
                  "prometheus-k8s",
                  "prometheus-operated",
                  "thanos-query",
                  "thanos-querier"),
              "prometheus",
              List.of(
                  "alertmanager",
                  "exporter",
                  "pushgateway",
                  "operator",
                  "adapter",
                  "grafana",
                  "kube-state",
                  "coredns",
                  "etcd",
                  "kubelet",
                  "sidecar",
                  "discovery",
                  "webhook"),
              List.of(9090, 80),
              Set.of("web", "http-web", "prometheus"));
      case ZIPKIN ->
          new ServerLikeness(
              Set.of("zipkin"), "zipkin", List.of("jaeger", "collector"), List.of(9411), Set.of());
      case JAEGER ->
          new ServerLikeness(
              Set.of("jaeger-query", "jaeger", "tracing"),
              "jaeger",
              List.of("agent", "collector", "operator"),
              List.of(16686),
              Set.of("http-query", "query-http", "query"));
    };
  }

  /** 0: not at all; 2: outright. */
  int ofNames(List<String> names) {
    var name = names.getFirst();
    if (others.stream().anyMatch(name::contains)) {
      return 0;
    }
    if (names.stream().anyMatch(whole::contains)) {
      return 2;
    }
    return names.stream().anyMatch(one -> one.contains(part)) ? 1 : 0;
  }

  /** 0: not at all; 3: the usual one. */
  int ofPort(Port port) {
    if (!port.protocol().isEmpty() && !port.protocol().equals("TCP")) {
      return 0;
    }
    if (ports.getFirst() == port.port()) {
      return 3;
    }
    if (portNames.contains(port.name()) || port.targetPort().equals(ports.getFirst().toString())) {
      return 2;
    }
    return ports.contains(port.port()) ? 1 : 0;
  }
}
