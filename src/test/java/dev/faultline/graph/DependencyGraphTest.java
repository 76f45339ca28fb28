package dev.faultline.graph;

import static dev.faultline.graph.Manifests.CLUSTER;
import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static dev.faultline.graph.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.model.Dependency;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {

  private static final String PAYMENT = deployment("payment") + "---\n" + service("payment", 80);

  @Test
  void anAddressInTheEnvironmentIsAnEdgeWithItsEvidence() {
    var graph =
        DependencyGraph.of(
            state(
                deployment("order", "  env: [{name: PAYMENT_ADDR, value: 'payment:80'}]"),
                PAYMENT));

    assertThat(graph.dependencies())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.caller().path()).isEqualTo("shop/order");
              assertThat(edge.callee().path()).isEqualTo("shop/payment");
              assertThat(edge.evidence())
                  .singleElement()
                  .extracting(one -> one.describe())
                  .isEqualTo("env PAYMENT_ADDR in Deployment shop/order");
            });
  }

  @Test
  void aWorkloadThatNamesItselfDependsOnNothing() {
    assertThat(
            edges(
                deployment("payment", "  env: [{name: SELF_URL, value: 'http://payment:80'}]"),
                service("payment", 80)))
        .isEmpty();
  }

  @Test
  void theNameOfAGroupThatTheCallerIsPartOfIsOnlyAMention() {
    assertThat(
            edges(
                deployment("web-blue", "  env: [{name: WEB_URL, value: 'http://web:80'}]")
                    .replace("app: web-blue", "app: web"),
                deployment("web-green").replace("app: web-green", "app: web"),
                service("web", 80)))
        .containsExactly("shop/web-blue -> shop/web-green application declared weak");
  }

  @Test
  void aBareNameIsLookedForInTheCallersOwnNamespaceOnly() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAYMENT_URL, value: 'http://payment'}]"),
                PAYMENT.replace("namespace: shop", "namespace: other")))
        .isEmpty();
  }

  @Test
  void aServiceWithAnotherNameThanItsWorkloadLeadsToTheWorkload() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: DB_HOST, value: storage}]"),
                workload("StatefulSet", "pg", "postgres:16"),
                service("storage", "pg", 5432)))
        .containsExactly("shop/order -> shop/pg store declared firm");
  }

  @Test
  void aServiceWithNothingBehindItIsStillTheCallee() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: DB_HOST, value: storage}]"),
                service("storage", "gone", 5432)))
        .containsExactly("shop/order -> shop/storage application declared firm");
  }

  @Test
  void thePodsOfAStatefulSetAreFoundByTheirOwnNames() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: SEEDS, value: 'db-0.db:9042,db-1.db:9042'}]"),
                workload("StatefulSet", "db", "cassandra:5"),
                service("db", 9042)))
        .containsExactly("shop/order -> shop/db store declared strong");
  }

  @Test
  void anExternalNameIsFollowedAndAnEndlessOneIsLeft() {
    var alias =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: shop}
        spec: {type: ExternalName, externalName: %s}
        """;
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAY_URL, value: 'http://pay'}]"),
                alias.formatted("pay", "payment.shop.svc.cluster.local"),
                PAYMENT))
        .containsExactly("shop/order -> shop/payment application declared strong");
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAY_URL, value: 'http://pay'}]"),
                alias.formatted("pay", "pay")))
        .isEmpty();
  }

  @Test
  void aHostOfTheWorldOutsideIsANodeOfItsOwnAndNotDrawnAtFirst() {
    var graph =
        DependencyGraph.of(
            state(
                deployment(
                    "order", "  env: [{name: BANK, value: 'https://api.bank.example.com'}]")));

    assertThat(graph.dependencies())
        .extracting(one -> one.callee().path())
        .containsExactly("ext:api.bank.example.com");
    assertThat(graph.drawnAtFirst()).isEmpty();
  }

  @Test
  void anImageTagIsNoPort() {
    assertThat(
            edges(
                deployment(
                    "operator", "  args: ['--database', 'redis:7', '--agent', 'redis:6379']"),
                workload("Deployment", "redis", "redis:7"),
                service("redis", 6379)))
        .containsExactly("shop/operator -> shop/redis store declared strong");
    assertThat(
            edges(
                deployment("operator", "  args: ['--database', 'redis:7']"),
                workload("Deployment", "redis", "redis:7"),
                service("redis", 6379)))
        .containsExactly("shop/operator -> shop/redis store declared weak");
  }

  @Test
  void ofAConfigMapOnlyTheKeyThatIsReadCounts() {
    var config =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: urls, namespace: shop}
        data: {payment: 'http://payment', stock: 'http://stock'}
        """;
    assertThat(
            edges(
                deployment(
                    "order",
                    "  env:",
                    "    - name: PAY",
                    "      valueFrom: {configMapKeyRef: {name: urls, key: payment}}"),
                config,
                PAYMENT,
                deployment("stock"),
                service("stock", 80)))
        .containsExactly("shop/order -> shop/payment application declared strong");
  }

  @Test
  void theBlastRadiusIsCountedInSteps() {
    var graph =
        DependencyGraph.of(
            state(
                deployment("gateway", "  env: [{name: ORDER_URL, value: 'http://order'}]"),
                deployment("order", "  env: [{name: PAYMENT_URL, value: 'http://payment'}]"),
                service("order", 80),
                deployment("payment", "  env: [{name: ORDER_URL, value: 'http://order'}]"),
                service("payment", 80)));

    assertThat(graph.dependentsOf(ref("payment"), 5))
        .containsExactly(new Reached(ref("order"), 1), new Reached(ref("gateway"), 2));
    assertThat(graph.dependentsOf(ref("payment"), 1)).containsExactly(new Reached(ref("order"), 1));
    assertThat(graph.dependenciesOf(ref("gateway"), 9)).hasSize(2);
    assertThat(graph.dependentsOf(ref("payment")))
        .extracting(Dependency::caller)
        .containsExactly(ref("order"));
    assertThat(graph.dependentsOf(ref("nobody"), 3)).isEmpty();
  }

  @Test
  void countingForManyAtOnceCountsWhatEachReaches() throws IOException {
    for (Path folder : KnownFoldersTest.folders()) {
      try (var source = ManifestFolder.read(folder.resolve("manifests"), Clock.systemUTC())) {
        var graph = DependencyGraph.of(source.state());
        var all = Runner.all(source.state()).map(Runner::ref).toList();
        var among = Set.copyOf(all.subList(0, (all.size() + 1) / 2));

        var counts = graph.countDependents(all, among);

        assertThat(counts).hasSameSizeAs(all);
        all.forEach(
            ref ->
                assertThat(counts.get(ref))
                    .as("%s in %s", ref, folder)
                    .isEqualTo(
                        (int)
                            graph.dependentsOf(ref, Integer.MAX_VALUE).stream()
                                .filter(one -> among.contains(one.ref()))
                                .count()));
      }
    }
  }

  private static ResourceRef ref(String name) {
    return new ResourceRef(CLUSTER, Kind.DEPLOYMENT, "shop", name);
  }
}
