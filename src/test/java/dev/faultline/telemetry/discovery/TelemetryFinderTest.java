package dev.faultline.telemetry.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.testkit.States;
import org.junit.jupiter.api.Test;

/** Services as the charts and operators of the world make them. */
class TelemetryFinderTest {

  @Test
  void thePrometheusOfTheUsualChartsIsFoundAmongItsCompanions() {
    assertThat(
            prometheus(
                service(
                    "kps-kube-prometheus-stack-prometheus",
                    "app: kube-prometheus-stack-prometheus",
                    "http-web",
                    9090),
                service(
                    "kps-kube-prometheus-stack-operator",
                    "app: kube-prometheus-stack-operator",
                    "https",
                    443),
                service(
                    "kps-kube-prometheus-stack-alertmanager",
                    "app: alertmanager",
                    "http-web",
                    9093),
                service(
                    "kps-prometheus-node-exporter",
                    "app.kubernetes.io/name: prometheus-node-exporter",
                    "http-metrics",
                    9100)))
        .isEqualTo("monitoring/kps-kube-prometheus-stack-prometheus:9090");
    assertThat(
            prometheus(
                service("prometheus-server", "app.kubernetes.io/name: prometheus", "http", 80),
                service(
                    "prometheus-prometheus-pushgateway",
                    "app: prometheus-pushgateway",
                    "http",
                    9091)))
        .isEqualTo("monitoring/prometheus-server:80");
    assertThat(
            prometheus(
                headless("prometheus-operated"),
                service("prometheus-k8s", "app.kubernetes.io/name: prometheus", "web", 9090)))
        .isEqualTo("monitoring/prometheus-k8s:9090");
    assertThat(prometheus(service("thanos-querier", "app: thanos", "web-https", 9091)))
        .isEqualTo("nothing");
    assertThat(prometheus(service("thanos-query", "app: thanos", "http", 9090)))
        .isEqualTo("monitoring/thanos-query:9090");
  }

  @Test
  void anApplicationThatSpeaksOfItIsNotIt() {
    assertThat(prometheus(service("orders", "app: orders", "http", 9090))).isEqualTo("nothing");
    assertThat(prometheus(service("prometheus", "app: prometheus", "grpc", 10901)))
        .isEqualTo("nothing");
  }

  @Test
  void zipkinIsFoundAndNotTheCollectorThatTakesItsSpans() {
    var zipkin = service("zipkin", "app: zipkin", "http", 9411);
    var collector = service("jaeger-collector-zipkin", "app: jaeger", "zipkin", 9411);

    assertThat(found(TelemetryKind.ZIPKIN, zipkin, collector)).isEqualTo("monitoring/zipkin:9411");
    assertThat(found(TelemetryKind.ZIPKIN, collector)).isEqualTo("nothing");
  }

  @Test
  void jaegerIsFoundByTheServiceThatAnswersQueries() {
    assertThat(
            found(
                TelemetryKind.JAEGER,
                service("simplest-query", "app: jaeger", "http-query", 16686),
                service("simplest-collector", "app: jaeger", "http-zipkin", 9411),
                service("simplest-agent", "app: jaeger", "agent", 5775)))
        .isEqualTo("monitoring/simplest-query:16686");
    assertThat(found(TelemetryKind.JAEGER, service("tracing", "app: jaeger", "http-query", 80)))
        .isEqualTo("monitoring/tracing:80");
  }

  @Test
  void aPortThatSpeaksTlsIsAskedSo() {
    var state = States.of(service("prometheus-k8s", "app: prometheus", "https", 9090));

    assertThat(TelemetryFinder.find(state, TelemetryKind.PROMETHEUS).orElseThrow().tls()).isTrue();
  }

  private static String prometheus(String... services) {
    return found(TelemetryKind.PROMETHEUS, services);
  }

  private static String found(TelemetryKind kind, String... services) {
    return TelemetryFinder.find(States.of(services), kind)
        .map(one -> one.service().path() + ":" + one.port())
        .orElse("nothing");
  }

  private static String service(String name, String label, String port, int number) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: monitoring, labels: {%s}}
    spec: {clusterIP: 10.96.0.7, ports: [{name: %s, port: %d}]}
    """
        .formatted(name, label, port, number);
  }

  private static String headless(String name) {
    return service(name, "operated-prometheus: 'true'", "web", 9090).replace("10.96.0.7", "None");
  }
}
