package dev.faultline.realtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.realtraffic.KnownApp.Call;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.prometheus.Matchers;
import dev.faultline.telemetry.prometheus.PrometheusSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real Prometheus that scrapes what meshes, collectors and agents export. */
@OnRealServers
class PrometheusOnRealServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration RECENT = Duration.ofMinutes(5);
  private static final double RATE = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.faultline.realtraffic.KnownApp#all")
  void everyCallOfAnApplicationIsFoundInEachFamilyAndNoneIsInvented(KnownApp app)
      throws IOException, InterruptedException {
    var series = new ArrayList<Series>();
    for (Exporters exporter : Exporters.values()) {
      app.calls().forEach(call -> series.addAll(exporter.count(call, RATE)));
    }
    try (var counters = LiveExporter.of(series);
        var prometheus = PrometheusServer.scraping(folder, counters.address())) {
      var report = awaitAll(prometheus, app);

      for (Exporters exporter : Exporters.values()) {
        var graph = app.merge(only(report, exporter));
        if (exporter == Exporters.BEYLA) {
          // It does not say who calls: it can confirm, and must not invent.
          assertThat(app.calls()).containsAll(KnownApp.seen(graph));
        } else {
          assertThat(KnownApp.seen(graph)).as(exporter.title()).isEqualTo(truth(app));
          assertThat(graph.notes()).as(exporter.title()).isEmpty();
        }
      }
      var together = app.merge(report);
      assertThat(KnownApp.seen(together)).isEqualTo(truth(app));
      assertThat(together.notes()).isEmpty();
      assertThat(together.graph().dependencies())
          .filteredOn(edge -> edge.traffic().isPresent())
          .allSatisfy(edge -> assertThat(edge.sightings()).hasSize(Exporters.values().length));
    }
  }

  @Test
  void ratesErrorsAndLatenciesAreReadAndCallsThatBothSidesCountAreCountedOnce()
      throws IOException, InterruptedException {
    var call = new Call("shop/order", "shop/payment");
    var now = Instant.now();
    var history = new History(now, Duration.ofHours(1));
    for (Exporters exporter : Exporters.values()) {
      history.add(exporter.count(call, RATE), ago -> counted(10_000 - ago.toSeconds()));
    }
    try (var prometheus = PrometheusServer.remembering(folder, history)) {
      var report = answered(prometheus, at(now)).report();

      assertThat(report.edges()).hasSize(Exporters.values().length + 1);
      for (TrafficEdge edge : report.edges()) {
        assertThat(edge.seen().quiet()).isFalse();
        if (edge.directed()) {
          assertThat(edge.figures().perSecond()).as(edge.via()).isBetween(39.9, 40.1);
        }
      }
      for (String measured : List.of("Istio", "Linkerd", "service graph", "Hubble HTTP")) {
        var figures = edge(report, measured, "payment").figures();
        assertThat(figures.errorShare().orElseThrow()).as(measured).isBetween(0.249, 0.251);
        assertThat(figures.latency().orElseThrow().toMillis()).as(measured).isEqualTo(46);
      }
    }
  }

  @Test
  void whatWasThereBeforeAndIsSilentNowIsToldWithItsTimes()
      throws IOException, InterruptedException {
    var now = Instant.now();
    var history = new History(now, Duration.ofHours(8));
    history.add(to("lively"), ago -> counted(100_000 - ago.toSeconds()));
    history.add(to("stopped"), ago -> counted(100_000 - Math.max(3 * 3600, ago.toSeconds())));
    history.add(
        to("vanished"), ago -> ago.toHours() < 2 ? nothing() : counted(100_000 - ago.toSeconds()));
    history.add(to("once"), ago -> ago.toSeconds() > 4 * 3600 ? nothing() : counted(1));
    history.add(
        to("restarted"),
        ago ->
            counted(
                ago.toHours() >= 2
                    ? 100_000 - ago.toSeconds()
                    : 7200 - Math.max(1800, ago.toSeconds())));
    history.add(to("never"), ago -> counted(7));
    try (var prometheus = PrometheusServer.remembering(folder, history)) {
      var question =
          new TrafficQuestion(now, Duration.ofMinutes(5), Duration.ofHours(6), PATIENCE, Set.of());

      var report = answered(prometheus, question).report();

      assertThat(report.edges())
          .extracting(one -> ((TrafficPeer.OfWorkload) one.callee()).name())
          .containsExactlyInAnyOrder("lively", "stopped", "vanished", "once", "restarted");
      assertThat(edge(report, "Istio", "lively").seen().quiet()).isFalse();
      assertThat(edge(report, "Istio", "lively").seen().last()).isEqualTo(now);
      isQuietSince(report, "stopped", now.minus(Duration.ofHours(3)));
      isQuietSince(report, "vanished", now.minus(Duration.ofHours(2)));
      isQuietSince(report, "once", now.minus(Duration.ofHours(4)));
      isQuietSince(report, "restarted", now.minus(Duration.ofMinutes(30)));
      assertThat(edge(report, "Istio", "once").seen().first())
          .isBetween(now.minus(Duration.ofMinutes(256)), now.minus(Duration.ofMinutes(240)));
    }
  }

  @Test
  void aServerThatRefusesTheQueriesIsToldAndNothingIsInvented()
      throws IOException, InterruptedException {
    var now = Instant.now();
    var history = new History(now, Duration.ofHours(1));
    history.add(to("payment"), ago -> counted(10_000 - ago.toSeconds()));
    try (var prometheus = PrometheusServer.remembering(folder, history, "--query.max-samples=1")) {
      var reading = new PrometheusSource(Servers.endpoint(prometheus.url())).read(at(now));

      assertThat(reading.complaint().orElseThrow())
          .startsWith("no traffic data from Prometheus at 127.0.0.1:")
          .contains("no traffic of Istio: HTTP 422")
          .contains("too many samples");
    }
  }

  @Test
  void aHistoryThatIsRefusedLeavesTheTrafficOfNow() throws IOException, InterruptedException {
    var now = Instant.now();
    var history = new History(now, Duration.ofHours(7));
    history.add(to("payment"), ago -> counted(10_000 - ago.toSeconds()));
    try (var prometheus = PrometheusServer.remembering(folder, history, "--query.max-samples=60")) {
      var answered = answered(prometheus, at(now));

      assertThat(answered.report().edges()).hasSize(1);
      assertThat(answered.notes())
          .anySatisfy(
              note -> assertThat(note).startsWith("no history of Istio, so what went quiet"));
    }
  }

  @Test
  void ofAServerThatSeveralClustersWriteToOnlyTheirOwnSeriesCount()
      throws IOException, InterruptedException {
    var now = Instant.now();
    var history = new History(now, Duration.ofHours(1));
    for (String cluster : List.of("prod \"eu\"", "prod-us")) {
      var callee = cluster.endsWith("us") ? "shop/stock" : "shop/payment";
      for (Exporters exporter : Exporters.values()) {
        var series = exporter.count(new Call("shop/order", callee), RATE).stream();
        history.add(
            series.map(one -> one.with("cluster", cluster.replace("\"", "\\\""))).toList(),
            ago -> counted(10_000 - ago.toSeconds()));
      }
    }
    try (var prometheus = PrometheusServer.remembering(folder, history)) {
      var matchers = new Matchers(Map.of("cluster", "prod \"eu\""));

      var reading =
          new PrometheusSource(Servers.endpoint(prometheus.url()), matchers).read(at(now));

      var answered = (TrafficReading.Answered) reading;
      assertThat(answered.notes()).isEmpty();
      assertThat(answered.report().edges())
          .hasSize(Exporters.values().length + 1)
          .allSatisfy(
              edge ->
                  assertThat(edge.caller() + " " + edge.callee())
                      .contains("payment")
                      .doesNotContain("stock"));
      assertThat(edge(answered.report(), "Istio", "payment").figures().errorShare().orElseThrow())
          .isBetween(0.249, 0.251);
    }
  }

  @Test
  void aPrometheusWithoutSuchMetricsSaysSo() throws IOException, InterruptedException {
    try (var prometheus = PrometheusServer.start(folder, "global: {}\n")) {
      var answered = answered(prometheus, at(Instant.now()));

      assertThat(answered.report().edges()).isEmpty();
      assertThat(answered.notes())
          .singleElement()
          .asString()
          .startsWith("it has no metric that counts traffic between workloads");
    }
  }

  private static List<Series> to(String callee) {
    return Exporters.ISTIO.count(new Call("shop/order", "shop/" + callee), 2);
  }

  private static void isQuietSince(TrafficReport report, String callee, Instant last) {
    var seen = edge(report, "Istio", callee).seen();
    // A step of the history is six hours in 48 parts.
    assertThat(seen.last()).as(callee).isBetween(last.minusSeconds(60), last.plusSeconds(450));
    assertThat(seen.quiet()).as(callee).isTrue();
    assertThat(edge(report, "Istio", callee).figures().perSecond()).isZero();
  }

  private static TrafficEdge edge(TrafficReport report, String via, String callee) {
    return report.edges().stream()
        .filter(one -> one.via().equals(via))
        .filter(one -> one.callee().describe().endsWith(callee))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + via + " to " + callee));
  }

  /** Rates need two scrapes, and the first of them starts when it likes. */
  private static TrafficReport awaitAll(PrometheusServer prometheus, KnownApp app)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var report = answered(prometheus, at(Instant.now())).report();
      boolean all =
          Arrays.stream(Exporters.values())
              .filter(exporter -> exporter != Exporters.BEYLA)
              .allMatch(
                  exporter -> KnownApp.seen(app.merge(only(report, exporter))).equals(truth(app)));
      if (all || System.nanoTime() > end) {
        return report;
      }
      Thread.sleep(1000);
    }
  }

  private static TrafficReport only(TrafficReport report, Exporters exporter) {
    return new TrafficReport(
        report.source(),
        report.edges().stream().filter(one -> one.via().equals(exporter.title())).toList());
  }

  private static Set<Call> truth(KnownApp app) {
    return new TreeSet<>(app.calls());
  }

  private static TrafficQuestion at(Instant now) {
    return new TrafficQuestion(now, RECENT, Duration.ofHours(6), PATIENCE, Set.of());
  }

  private static TrafficReading.Answered answered(
      PrometheusServer prometheus, TrafficQuestion question) throws InterruptedException {
    var reading = new PrometheusSource(Servers.endpoint(prometheus.url())).read(question);
    assertThat(reading.complaint()).isEmpty();
    return (TrafficReading.Answered) reading;
  }

  private static Optional<Double> counted(double seconds) {
    return Optional.of(seconds);
  }

  private static Optional<Double> nothing() {
    return Optional.empty();
  }
}
