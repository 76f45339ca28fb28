package dev.faultline.realtraffic;

import dev.faultline.realtraffic.KnownApp.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts calls as the exporters of the world do, with their labels, their double counting and their
 * answers that look like calls.
 */
enum Exporters {
  ISTIO("Istio") {
    @Override
    List<Series> count(Call call, double rate) {
      var all = new ArrayList<Series>();
      for (String reporter : List.of("source", "destination")) {
        var labels = istio(call, reporter);
        all.add(new Series("istio_requests_total", labels, rate * 3 / 4, "response_code", "200"));
        all.add(new Series("istio_requests_total", labels, rate / 4, "response_code", "503"));
        all.addAll(buckets("istio_request_duration_milliseconds", labels, rate, 1000));
      }
      return all;
    }
  },
  ISTIO_TCP("Istio TCP") {
    @Override
    List<Series> count(Call call, double rate) {
      return List.of(
          new Series("istio_tcp_sent_bytes_total", istio(call, "source"), rate),
          new Series("istio_tcp_sent_bytes_total", istio(call, "destination"), rate));
    }
  },
  LINKERD("Linkerd") {
    @Override
    List<Series> count(Call call, double rate) {
      var out = linkerd(call, "outbound");
      var in =
          Map.of(
              "direction",
              "inbound",
              "namespace",
              namespace(call.callee()),
              "deployment",
              called(call.callee()));
      var all = new ArrayList<Series>();
      all.add(new Series("response_total", out, rate * 3 / 4, "classification", "success"));
      all.add(new Series("response_total", out, rate / 4, "classification", "failure"));
      all.add(new Series("response_total", in, rate, "classification", "success"));
      all.addAll(buckets("response_latency_ms", out, rate, 1000));
      return all;
    }
  },
  LINKERD_TCP("Linkerd TCP") {
    @Override
    List<Series> count(Call call, double rate) {
      return List.of(new Series("tcp_open_total", linkerd(call, "outbound"), rate, "peer", "dst"));
    }
  },
  SERVICE_GRAPH("service graph") {
    @Override
    List<Series> count(Call call, double rate) {
      var labels =
          Map.of(
              "client", called(call.caller()),
              "client_k8s_namespace_name", namespace(call.caller()),
              "server", called(call.callee()),
              "server_k8s_namespace_name", namespace(call.callee()),
              "connection_type", "");
      var all = new ArrayList<Series>();
      all.add(new Series("traces_service_graph_request_total", labels, rate));
      all.add(new Series("traces_service_graph_request_failed_total", labels, rate / 4));
      all.addAll(buckets("traces_service_graph_request_server_seconds", labels, rate, 1));
      return all;
    }
  },
  HUBBLE_HTTP("Hubble HTTP") {
    @Override
    List<Series> count(Call call, double rate) {
      var all = new ArrayList<Series>();
      for (String reporter : List.of("client", "server")) {
        var labels = hubble(call.caller(), call.callee(), "reporter", reporter);
        all.add(new Series("hubble_http_requests_total", labels, rate * 3 / 4, "status", "200"));
        all.add(new Series("hubble_http_requests_total", labels, rate / 4, "status", "502"));
        all.addAll(buckets("hubble_http_request_duration_seconds", labels, rate, 1));
      }
      return all;
    }
  },
  HUBBLE("Hubble") {
    @Override
    List<Series> count(Call call, double rate) {
      var from = call.caller();
      var to = call.callee();
      return List.of(
          flow(from, to, "to-overlay", "egress", rate),
          flow(from, to, "to-endpoint", "ingress", rate),
          flow(to, from, "to-overlay", "ingress", rate),
          flow(to, from, "to-endpoint", "egress", rate));
    }
  },
  OBI("OBI") {
    @Override
    List<Series> count(Call call, double rate) {
      var name = "obi_network_flow_bytes_total";
      return List.of(
          new Series(name, flows(call.caller(), call.callee()), rate, "direction", "request"),
          new Series(name, flows(call.callee(), call.caller()), rate * 9, "direction", "response"));
    }
  },
  BEYLA("Beyla") {
    @Override
    List<Series> count(Call call, double rate) {
      var name = "beyla_network_flow_bytes_total";
      return List.of(
          new Series(name, flows(call.caller(), call.callee()), rate),
          new Series(name, flows(call.callee(), call.caller()), rate * 9));
    }
  };

  private final String title;

  Exporters(String title) {
    this.title = title;
  }

  /** What counts a call that is made so often a second; a quarter of them fail. */
  abstract List<Series> count(Call call, double rate);

  /** The name under which Faultline tells its edges. */
  String title() {
    return title;
  }

  private static Map<String, String> istio(Call call, String reporter) {
    return Map.of(
        "reporter", reporter,
        "source_workload", called(call.caller()),
        "source_workload_namespace", namespace(call.caller()),
        "destination_workload", called(call.callee()),
        "destination_workload_namespace", namespace(call.callee()),
        "destination_service_name", called(call.callee()),
        "destination_service_namespace", namespace(call.callee()));
  }

  private static Map<String, String> linkerd(Call call, String direction) {
    return Map.of(
        "direction", direction,
        "namespace", namespace(call.caller()),
        "deployment", called(call.caller()),
        "dst_namespace", namespace(call.callee()),
        "dst_deployment", called(call.callee()),
        "authority",
            called(call.callee()) + "." + namespace(call.callee()) + ".svc.cluster.local:80");
  }

  private static Series flow(
      String from, String to, String subtype, String direction, double rate) {
    var labels = hubble(from, to, "traffic_direction", direction);
    return new Series(
        "hubble_flows_processed_total",
        labels,
        rate,
        "type",
        "Trace",
        "subtype",
        subtype,
        "verdict",
        "FORWARDED");
  }

  private static Map<String, String> hubble(String from, String to, String name, String value) {
    return Map.of(
        "source_namespace",
        namespace(from),
        "source_workload",
        called(from),
        "destination_namespace",
        namespace(to),
        "destination_workload",
        called(to),
        name,
        value);
  }

  private static Map<String, String> flows(String from, String to) {
    return Map.of(
        "k8s_src_namespace", namespace(from),
        "k8s_src_owner_name", called(from),
        "k8s_dst_namespace", namespace(to),
        "k8s_dst_owner_name", called(to));
  }

  /** Half of the calls take up to 10 ms, all up to 50 ms: the 95th of 100 takes 46 ms. */
  private static List<Series> buckets(
      String metric, Map<String, String> labels, double rate, int aSecond) {
    var buckets = new TreeMap<String, Double>();
    buckets.put(Double.toString(0.01 * aSecond), rate / 2);
    buckets.put(Double.toString(0.05 * aSecond), rate);
    buckets.put("+Inf", rate);
    return buckets.entrySet().stream()
        .map(one -> new Series(metric + "_bucket", labels, one.getValue(), "le", one.getKey()))
        .toList();
  }

  private static String namespace(String workload) {
    return workload.substring(0, workload.indexOf('/'));
  }

  private static String called(String workload) {
    return workload.substring(workload.indexOf('/') + 1);
  }
}
