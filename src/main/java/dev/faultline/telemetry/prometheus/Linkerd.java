package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The <a href="https://linkerd.io/2/reference/proxy-metrics/">metrics of Linkerd's proxies</a>, the
 * caller's side of them: only there both ends are named. The caller's labels come from Linkerd's
 * scrape configuration.
 */
final class Linkerd {

  /** The labels that name a workload, and the kind that each stands for. */
  private static final Map<String, String> KINDS = kinds();

  private static final String OUTBOUND = "direction=\"outbound\"";
  private static final String TO_SERVER = OUTBOUND + ",peer=\"dst\"";

  private Linkerd() {}

  private static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("deployment", "Deployment");
    kinds.put("statefulset", "StatefulSet");
    kinds.put("daemonset", "DaemonSet");
    kinds.put("cronjob", "CronJob");
    kinds.put("k8s_job", "Job");
    kinds.put("replicaset", "ReplicaSet");
    return kinds;
  }

  static List<EdgeFamily> families() {
    return List.of(
        new EdgeFamily(
            "Linkerd",
            "response_total",
            OUTBOUND,
            labels(),
            TrafficUnit.REQUESTS,
            List.of(
                new EdgeFamily.Selection(
                    "response_total", OUTBOUND + ",classification=\"failure\"")),
            Optional.of(new EdgeFamily.Histogram("response_latency_ms", true)),
            Optional.empty(),
            Linkerd::ends),
        new EdgeFamily(
            "Linkerd TCP",
            "tcp_open_total",
            TO_SERVER,
            labels(),
            TrafficUnit.CONNECTIONS,
            List.of(),
            Optional.empty(),
            Optional.of("tcp_open_connections"),
            Linkerd::ends));
  }

  private static List<String> labels() {
    var labels = new ArrayList<String>();
    labels.addAll(List.of("namespace", "dst_namespace", "dst_service", "authority"));
    KINDS.keySet().forEach(label -> labels.addAll(List.of(label, "dst_" + label)));
    return labels;
  }

  private static Ends ends(Labels labels) {
    return Ends.directed(workload(labels, ""), callee(labels), "");
  }

  private static Optional<TrafficPeer> callee(Labels labels) {
    return workload(labels, "dst_")
        .or(() -> labels.service("dst_namespace", "dst_service"))
        .or(() -> labels.known("authority").map(Hosts::withoutPort));
  }

  private static Optional<TrafficPeer> workload(Labels labels, String prefix) {
    return KINDS.entrySet().stream()
        .flatMap(
            kind ->
                labels
                    .workload(
                        prefix + "namespace", prefix + kind.getKey(), Optional.of(kind.getValue()))
                    .stream())
        .findFirst();
  }
}
