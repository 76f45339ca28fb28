package dev.faultline.realtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.realtraffic.KnownApp.Call;
import dev.faultline.testkit.Typed;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus behind a Service of a real cluster, found there and read through the real API
 * server. Nothing runs in this cluster: the pod behind the Service is one in name, with the address
 * of this machine, as the API server leads to pods only.
 */
@OnRealCluster
class TrafficThroughTheApiServerTest {

  private final RealCluster cluster;
  private final Path home;
  private final String namespace;

  TrafficThroughTheApiServerTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.home = home;
    this.namespace = cluster.newNamespace();
  }

  @BeforeEach
  void theShopIsThere() throws IOException {
    var file = Files.writeString(home.resolve("shop.yaml"), SmallShop.yaml(namespace));
    cluster.kubectl("apply", "-f", file.toString()).orFail();
  }

  @AfterEach
  void theShopIsGone() {
    cluster.deleteNamespace(namespace);
  }

  @Test
  void itIsFoundByItsNameAndReadWithoutAnAddress() throws IOException, InterruptedException {
    try (var prometheus = prometheus()) {
      serve(prometheus);

      var seen =
          cluster.await(
              "the endpoint to be known to the API server",
              Duration.ofSeconds(30),
              () -> graph(RealCluster.ADMINISTRATOR),
              typed -> !typed.err().contains("no traffic data"));

      assertThat(seen.exit()).isZero();
      assertThat(seen.json().objects("edges"))
          .extracting(
              edge -> edge.text("callee").orElse("") + " " + edge.text("provenance").orElse(""))
          .containsExactly(namespace + "/payment both", namespace + "/stock observed");
      assertThat(seen.out()).contains("Prometheus at Service " + namespace + "/prometheus:9090");
    }
  }

  @Test
  void itIsFoundInANamespaceThatIsNotLookedAt() throws IOException, InterruptedException {
    var other = cluster.newNamespace();
    try (var prometheus = prometheus()) {
      serve(prometheus, other);

      var seen =
          cluster.await(
              "the endpoint to be known to the API server",
              Duration.ofSeconds(30),
              () -> graph(RealCluster.ADMINISTRATOR),
              typed -> !typed.err().contains("HTTP 503"));

      assertThat(seen.out()).contains("Prometheus at Service " + other + "/prometheus:9090");
    } finally {
      cluster.deleteNamespace(other);
    }
  }

  @Test
  void whoSeesOneNamespaceOnlyIsToldWhyNothingIsFound() {
    var seen =
        Typed.run(
            home,
            "graph",
            "--kubeconfig",
            cluster.kubeconfig().toString(),
            "--context",
            RealCluster.NAMESPACED,
            "-n",
            "shop",
            "--prometheus");

    assertThat(seen.exit()).isZero();
    assertThat(seen.err())
        .contains("no traffic data from Prometheus: no Service of namespaced looks like it (");
  }

  @Test
  void whoMayNotUseTheProxyIsToldSoAndSeesTheRest() throws IOException, InterruptedException {
    try (var prometheus = prometheus()) {
      serve(prometheus);

      var seen = graph(RealCluster.VIEWER);

      assertThat(seen.exit()).isZero();
      assertThat(seen.err())
          .contains("no traffic data from Prometheus at Service " + namespace + "/prometheus:9090")
          .contains("you may not get services/proxy there (");
      assertThat(seen.json().objects("edges"))
          .extracting(edge -> edge.text("provenance").orElse(""))
          .containsExactly("declared");
    }
  }

  @Test
  void aServiceThatNobodyServesIsToldSo() throws IOException {
    apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: prometheus, namespace: %s}
        spec: {ports: [{name: web, port: 9090}]}
        """
            .formatted(namespace));

    var seen = graph(RealCluster.ADMINISTRATOR);

    assertThat(seen.exit()).isZero();
    assertThat(seen.err())
        .contains("no traffic data from Prometheus at Service " + namespace + "/prometheus:9090: ")
        .contains("HTTP ");
  }

  private Typed graph(String context) {
    return Typed.run(
        home,
        "graph",
        "--kubeconfig",
        cluster.kubeconfig().toString(),
        "--context",
        context,
        "-n",
        namespace,
        "--prometheus",
        "-o",
        "json");
  }

  private PrometheusServer prometheus() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/prometheus")), "Prometheus is not installed");
    var history = new History(Instant.now().plusSeconds(120), Duration.ofHours(1));
    for (String callee : new String[] {"payment", "stock"}) {
      history.add(
          Exporters.ISTIO.count(new Call(namespace + "/order", namespace + "/" + callee), 40),
          ago -> Optional.of(100_000.0 - ago.toSeconds()));
    }
    return PrometheusServer.remembering(home.resolve("prometheus"), address(), history);
  }

  private void serve(PrometheusServer prometheus) throws IOException {
    serve(prometheus, namespace);
  }

  private void serve(PrometheusServer prometheus, String where) throws IOException {
    var url = URI.create(prometheus.url());
    apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: prometheus, namespace: %1$s, labels: {app.kubernetes.io/name: prometheus}}
        spec: {ports: [{name: web, port: 9090, targetPort: %3$d}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: prometheus-0, namespace: %1$s}
        spec: {schedulerName: nobody, containers: [{name: main, image: 'prometheus:1'}]}
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: prometheus, namespace: %1$s}
        subsets:
          - addresses:
              - {ip: %2$s, targetRef: {kind: Pod, name: prometheus-0, namespace: %1$s}}
            ports: [{name: web, port: %3$d}]
        """
            .formatted(where, url.getHost(), url.getPort()));
    var status = "{\"status\":{\"podIP\":\"%1$s\",\"podIPs\":[{\"ip\":\"%1$s\"}]}}";
    cluster
        .kubectl(
            "patch",
            "pod",
            "prometheus-0",
            "-n",
            where,
            "--subresource=status",
            "--type=merge",
            "-p",
            status.formatted(url.getHost()))
        .orFail();
  }

  private void apply(String yaml) throws IOException {
    var file = Files.writeString(home.resolve("service.yaml"), yaml);
    cluster.kubectl("apply", "-f", file.toString()).orFail();
  }

  /** The API server sends nothing to loopback. */
  private static String address() throws IOException {
    var found =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(Inet4Address.class::isInstance)
            .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
            .map(InetAddress::getHostAddress)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "this machine has no address but loopback");
    return found.orElseThrow();
  }
}
