package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficPeer.OfHost;
import dev.faultline.model.traffic.TrafficPeer.OfService;
import dev.faultline.model.traffic.TrafficPeer.OfSpans;
import dev.faultline.model.traffic.TrafficPeer.OfWorkload;
import dev.faultline.model.traffic.TrafficPeer.Unseen;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What was seen and what is declared become one graph. */
class TrafficMergeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
  private static final String CALLS_PAYMENT =
      "  env: [{name: PAYMENT_ADDR, value: 'payment:8080'}]";

  private final ClusterState state =
      Manifests.state(
          Manifests.deployment("order", CALLS_PAYMENT),
          Manifests.deployment("payment"),
          Manifests.deployment("stock"),
          Manifests.workload("StatefulSet", "db", "postgres:16"),
          Manifests.service("payment", 8080),
          Manifests.service("stock", 8080),
          Manifests.service("db", 5432));

  @Test
  void anEdgeThatIsDeclaredAndSeenIsOneEdgeWithBothEvidences() {
    var graph = merge(edge(workload("order"), workload("payment"), 12.5));

    var edge = only(graph, "order", "payment");
    assertThat(edge.provenance()).isEqualTo(Provenance.BOTH);
    assertThat(edge.evidence()).isNotEmpty();
    assertThat(edge.sightings())
        .singleElement()
        .extracting(s -> s.figures().perSecond())
        .isEqualTo(12.5);
    assertThat(graph.notes()).isEmpty();
  }

  @Test
  void whatIsOnlySeenAndWhatIsOnlyDeclaredAreToldApart() {
    var graph = merge(edge(workload("order"), workload("stock"), 1));

    assertThat(only(graph, "order", "stock").provenance()).isEqualTo(Provenance.OBSERVED);
    assertThat(only(graph, "order", "stock").strength()).isEqualTo(Strength.STRONG);
    assertThat(only(graph, "order", "payment").provenance()).isEqualTo(Provenance.DECLARED);
    assertThat(only(graph, "order", "payment").traffic()).isEmpty();
  }

  @Test
  void anObservedEdgeToADatabaseIsOneToAStore() {
    var graph = merge(edge(workload("stock"), workload("db"), 1));

    assertThat(only(graph, "stock", "db").edgeClass()).isEqualTo(EdgeClass.STORE);
  }

  @Test
  void anEdgeIsQuietOnlyIfEverySourceSaysSo() {
    var quiet = new SeenTime(NOW.minusSeconds(9000), NOW.minusSeconds(3600), true);
    var lively = new SeenTime(NOW.minusSeconds(60), NOW, false);
    var silent = edge("Istio", workload("order"), workload("payment"), true, 0, quiet);
    var heard = edge("Zipkin", spans("order"), spans("payment"), true, 1, lively);

    assertThat(only(merge(silent), "order", "payment").isQuiet()).isTrue();
    var both = only(merge(silent, heard), "order", "payment");
    assertThat(both.isQuiet()).isFalse();
    assertThat(both.traffic().orElseThrow().via()).isEqualTo("Zipkin");
    assertThat(
            only(merge(edge(workload("order"), workload("stock"), 1)), "order", "payment")
                .isQuiet())
        .isFalse();
  }

  @Test
  void twoSeriesOfOneSourceAddUpAndTwoSourcesDoNot() {
    var graph =
        merge(
            edge(workload("order"), workload("payment"), 2),
            edge(workload("order"), new OfService("shop", "payment"), 3),
            edge("Zipkin", spans("order"), spans("payment"), true, 4, seenNow()));

    var edge = only(graph, "order", "payment");
    assertThat(edge.sightings())
        .extracting(s -> s.via() + " " + s.figures().perSecond())
        .containsExactly("Istio 5.0", "Zipkin 4.0");
  }

  @Test
  void addedFiguresWeighTheirErrorsAndKeepTheWorstLatency() {
    var much = figures(90, 0.0, 20);
    var little = figures(10, 0.5, 300);

    var sum = much.plus(little);

    assertThat(sum.perSecond()).isEqualTo(100);
    assertThat(sum.errorShare()).hasValue(0.05);
    assertThat(sum.latency()).contains(Duration.ofMillis(300));
    assertThat(sum.describe()).isEqualTo("100 req/s, 5.0 % errors, p95 300 ms");
  }

  @Test
  void talkWithoutDirectionConfirmsWhatIsKnownAndInventsNothing() {
    var known = edge("Beyla", workload("payment"), workload("order"), false, 5, seenNow());
    var unknown = edge("Beyla", workload("payment"), workload("stock"), false, 5, seenNow());

    var graph = merge(known, unknown);

    assertThat(only(graph, "order", "payment").provenance()).isEqualTo(Provenance.BOTH);
    assertThat(graph.graph().dependencies()).hasSize(1);
    assertThat(graph.notes())
        .containsExactly(
            "Beyla: shop/payment and shop/stock talk to each other; which of them calls is not"
                + " known");
  }

  @Test
  void aNameThatNothingHereHasIsToldAndNotInvented() {
    var graph =
        merge(
            edge(spans("order"), spans("ledger"), 1),
            edge(workload("order"), workload("payment-redis"), 1),
            edge(workload("order"), new OfHost("10.0.0.7"), 1),
            edge(workload("order"), new OfHost("<script>.com"), 1),
            edge(spans("cron"), spans("payment"), 1));

    assertThat(graph.graph().dependencies()).hasSize(1);
    assertThat(graph.notes())
        .containsExactly(
            "Istio: ledger is no workload here",
            "Istio: shop/payment-redis is no workload here",
            "Istio: 10.0.0.7 is an address, which is not followed",
            "Istio: <script>.com is no host",
            "Istio: cron is no workload here");
  }

  @Test
  void trafficWithNamespacesThatAreNotLookedAtIsOneNote() {
    var graph =
        merge(
            edge(workload("order"), new OfWorkload("bank", "ledger", Optional.empty()), 1),
            edge(new OfWorkload("edge", "gateway", Optional.empty()), workload("order"), 1),
            edge(workload("order"), new OfService("bank", "audit"), 1));

    assertThat(graph.graph().dependencies()).hasSize(1);
    assertThat(graph.notes())
        .containsExactly(
            "Istio: traffic with bank, edge is left out, as nothing is known of what runs there");
  }

  @Test
  void aCallOfItselfIsNoEdge() {
    var graph = merge(edge(workload("stock"), workload("stock"), 1));

    assertThat(graph.graph().dependencies()).hasSize(1);
  }

  @Test
  void hostsLeadToServicesAndOutOfTheCluster() {
    var graph =
        merge(
            edge(workload("order"), new OfHost("stock"), 1),
            edge(workload("order"), new OfHost("db.shop.svc.cluster.local"), 1),
            edge(workload("order"), new OfHost("api.pay.example.com"), 1));

    assertThat(graph.graph().dependencies())
        .extracting(one -> one.callee().path())
        .containsExactly("ext:api.pay.example.com", "shop/db", "shop/payment", "shop/stock");
  }

  @Test
  void spansAreMatchedByMappingAttributesNameServiceAndLabel() {
    var labelled =
        Manifests.deployment("billing-7")
            .replace("labels: {app: billing-7}", "labels: {app: billing}");
    var other = Manifests.deployment("payment").replace("namespace: shop", "namespace: test");
    var twice =
        Manifests.state(
            Manifests.deployment("order"), Manifests.deployment("payment"), other, labelled);

    assertThat(callees(twice, Map.of(), spans("Payment")))
        .containsExactly("Payment may be any of Deployment shop/payment, Deployment test/payment");
    assertThat(callees(twice, Map.of(), spans("payment.test"))).containsExactly("test/payment");
    assertThat(callees(twice, Map.of("pay-api", "test/payment"), spans("pay-api")))
        .containsExactly("test/payment");
    assertThat(callees(twice, Map.of(), spans("billing"))).containsExactly("shop/billing-7");
    assertThat(
            callees(
                twice,
                Map.of(),
                new OfSpans(
                    "pay", Map.of("k8s.namespace.name", "test", "k8s.deployment.name", "payment"))))
        .containsExactly("test/payment");
    assertThat(
            callees(
                twice,
                Map.of(),
                new OfSpans(
                    "pay",
                    Map.of(
                        "k8s.namespace.name", "shop", "k8s.pod.name", "payment-6b7c9d5f4-x2x9p"))))
        .containsExactly("shop/payment");
  }

  @Test
  void aDatabaseNamedInASpanIsNotTheWorkloadOfThatName() {
    var graph =
        merge(
            edge(spans("order"), new Unseen("stock"), 1),
            edge(spans("order"), new Unseen("db"), 1));

    assertThat(graph.graph().dependencies())
        .extracting(one -> one.callee().path())
        .containsExactly("shop/db", "shop/payment");
    assertThat(graph.notes())
        .containsExactly("Istio: stock sends no spans, and no store here is called so");
  }

  @Test
  void theJobsOfACronJobAreTheCronJob() {
    var cron =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report, namespace: shop}
        spec:
          jobTemplate:
            spec: {template: {spec: {containers: [{name: main, image: report:1}]}}}
        """;
    var jobs = Manifests.state(cron, Manifests.deployment("payment"));
    var seen = edge(workload("report-29384756"), workload("payment"), 1);

    var graph = TrafficMerge.merge(jobs, DependencyGraph.of(jobs), List.of(report(seen)), Map.of());

    assertThat(graph.graph().dependencies())
        .singleElement()
        .satisfies(one -> assertThat(one.caller().path()).isEqualTo("shop/report"));
  }

  @Test
  void theJobsOfAScaledJobAreTheScaledJob() {
    var scaled =
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledJob
        metadata: {name: report, namespace: shop}
        spec:
          jobTargetRef: {template: {spec: {containers: [{name: main, image: report:1}]}}}
        """;
    var jobs = Manifests.state(scaled, Manifests.deployment("payment"));
    var seen = edge(workload("report-x7k2p"), workload("payment"), 1);

    var graph = TrafficMerge.merge(jobs, DependencyGraph.of(jobs), List.of(report(seen)), Map.of());

    assertThat(graph.graph().dependencies())
        .singleElement()
        .satisfies(one -> assertThat(one.caller().describe()).isEqualTo("ScaledJob shop/report"));
  }

  @Test
  void plainNamesAreThoseThatMeanOneThing() {
    var twice =
        Manifests.state(
            Manifests.deployment("order"),
            Manifests.deployment("payment"),
            Manifests.deployment("payment").replace("namespace: shop", "namespace: test"));

    assertThat(TrafficMerge.plainNames(twice, Map.of("x", "shop/order")))
        .containsExactlyInAnyOrder("order", "x");
  }

  private static List<String> callees(
      ClusterState state, Map<String, String> mapping, TrafficPeer callee) {
    var seen = edge(workload("order"), callee, 1);
    var graph =
        TrafficMerge.merge(state, DependencyGraph.of(List.of()), List.of(report(seen)), mapping);
    return graph.notes().isEmpty()
        ? graph.graph().dependencies().stream().map(one -> one.callee().path()).toList()
        : graph.notes().stream().map(note -> note.replace("Istio: ", "")).toList();
  }

  private ObservedGraph merge(TrafficEdge... edges) {
    return TrafficMerge.merge(state, DependencyGraph.of(state), List.of(report(edges)), Map.of());
  }

  private static Dependency only(ObservedGraph graph, String caller, String callee) {
    return graph.graph().dependencies().stream()
        .filter(one -> one.caller().name().equals(caller))
        .filter(one -> one.callee().path().equals("shop/" + callee))
        .reduce(
            (a, b) -> {
              throw new AssertionError("two edges");
            })
        .orElseThrow();
  }

  private static TrafficReport report(TrafficEdge... edges) {
    return new TrafficReport("a source", Arrays.asList(edges));
  }

  private static TrafficEdge edge(TrafficPeer caller, TrafficPeer callee, double rate) {
    return edge("Istio", caller, callee, true, rate, seenNow());
  }

  private static TrafficEdge edge(
      String via,
      TrafficPeer caller,
      TrafficPeer callee,
      boolean directed,
      double rate,
      SeenTime at) {
    var figures =
        new TrafficFigures(TrafficUnit.REQUESTS, rate, OptionalDouble.empty(), Optional.empty());
    return new TrafficEdge(via, caller, callee, directed, figures, at);
  }

  private static TrafficFigures figures(double rate, double errors, long millis) {
    return new TrafficFigures(
        TrafficUnit.REQUESTS,
        rate,
        OptionalDouble.of(errors),
        Optional.of(Duration.ofMillis(millis)));
  }

  private static SeenTime seenNow() {
    return new SeenTime(NOW.minusSeconds(600), NOW, false);
  }

  private static TrafficPeer workload(String name) {
    return new OfWorkload("shop", name, Optional.empty());
  }

  private static TrafficPeer spans(String name) {
    return OfSpans.named(name);
  }
}
