package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.workspace.KindSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that is read once knows what stands behind a Service without selector. */
@OnRealCluster
class WrittenEndpointsTest {

  private static final String SHOP =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: order}
      spec:
        selector: {matchLabels: {app: order}}
        template:
          metadata: {labels: {app: order}}
          spec:
            containers:
            - name: main
              image: example.org/order:1
              env: [{name: LEDGER_URL, value: 'http://ledger:8080'}, {name: STOCK_URL, value: 'http://stock'}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: stock}
      spec:
        selector: {matchLabels: {app: stock}}
        template:
          metadata: {labels: {app: stock}}
          spec: {containers: [{name: main, image: 'example.org/stock:1'}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: stock}
      spec: {selector: {app: stock}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ledger}
      spec: {ports: [{port: 8080}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: by-hand, labels: {kubernetes.io/service-name: ledger}}
      addressType: FQDN
      endpoints: [{addresses: [ledger.bank.example.com]}]
      ports: [{port: 8080}]
      """;

  @TempDir Path folder;
  private final RealCluster cluster;
  private final LiveRig rig;
  private String namespace = "";

  WrittenEndpointsTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  @BeforeEach
  void apply() throws Exception {
    namespace = cluster.newNamespace();
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    cluster.kubectl("apply", "-n", namespace, "-f", folder.toString()).orFail();
    cluster.await(
        "a slice of the controller",
        Duration.ofSeconds(60),
        () -> cluster.kubectl("get", "endpointslices", "-n", namespace, "-o", "name").stdout(),
        names -> names.contains("/stock-"));
  }

  @AfterEach
  void end() {
    rig.close();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void whatSomebodyWroteDownIsReadAndNoneOfTheThousandsThatAreMade() throws InterruptedException {
    var state = once(KindSets.GRAPH);

    assertThat(state.all(Kind.ENDPOINT_SLICE, ClusterObject.class))
        .extracting(slice -> slice.ref().name())
        .containsExactly("by-hand");
    assertThat(DependencyGraph.of(state).dependencies())
        .extracting(edge -> edge.caller().name() + " " + edge.callee().path())
        .containsExactlyInAnyOrder(
            "order ext:ledger.bank.example.com", "order " + namespace + "/stock");
    assertThat(state.coverage(Kind.ENDPOINT_SLICE))
        .as("some are not all")
        .isEqualTo(new Coverage.NotServed());
  }

  @Test
  void whoAsksForAllGetsThem() throws InterruptedException {
    var state = once(KindSets.EVERYTHING);

    assertThat(state.all(Kind.ENDPOINT_SLICE, ClusterObject.class)).hasSizeGreaterThan(1);
    assertThat(state.coverage(Kind.ENDPOINT_SLICE)).isEqualTo(new Coverage.Live());
  }

  private ClusterState once(Set<Kind> kinds) throws InterruptedException {
    return rig.snapshot(RealCluster.ADMINISTRATOR, LiveRig.in(namespace), kinds).source().state();
  }
}
