package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.cluster.Reading;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.traffic.TrafficEdge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes between the applications of the shop, as its incident has it. */
class ShopTrafficTest {

  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void whoHasNoPodsThatAreReadyIsAskedInVain() {
    assertThat(errors("order", "payment")).isEqualTo(1);
    assertThat(errors("gateway", "order")).isEqualTo(1);
    assertThat(errors("gateway", "user")).isEqualTo(0.002, within(1e-9));
  }

  @Test
  void noOrderComesThroughSoNoneIsWrittenDown() {
    var asked = edge("order", "broker");

    assertThat(asked.figures().perSecond()).isZero();
    assertThat(asked.seen().quiet()).isTrue();
    assertThat(rate("order", "order-db")).isEqualTo(1.5, within(1e-9));
  }

  @Test
  void payingAgainLetsOrdersComeThroughAgain() {
    takePaymentBack();
    clock.advance(Duration.ofMinutes(10));

    assertThat(errors("order", "payment")).isEqualTo(0.002, within(1e-9));
    assertThat(rate("gateway", "order")).isEqualTo(97 * 0.124, within(1e-6));
    assertThat(rate("order", "broker")).isEqualTo(97 * 0.124, within(0.2));
    assertThat(edge("payment", "payment-db").seen().quiet()).isFalse();
  }

  @Test
  void ratesAreThoseOfTheLastMinute() {
    double before = rate("gateway", "user");
    scaleToNothing("gateway");
    clock.advance(Duration.ofSeconds(30));

    assertThat(rate("gateway", "user")).isBetween(before * 0.4, before * 0.6);
    assertThat(edge("gateway", "user").seen().quiet()).isFalse();
  }

  @Test
  void whatHasGoneQuietKeepsTheTimeAtWhichItWasSeenLast() {
    scaleToNothing("reports");
    clock.advance(Duration.ofMinutes(3));
    var quiet = edge("reports", "reports-db").seen();
    assertThat(quiet.quiet()).isTrue();
    assertThat(quiet.last()).isBefore(clock.instant().minusSeconds(150));

    clock.advance(Duration.ofHours(2));

    assertThat(edge("reports", "reports-db").seen().last()).isEqualTo(quiet.last());
  }

  @Test
  void whatIsLongerAgoThanADayIsForgotten() {
    scaleToNothing("reports");

    clock.advance(Duration.ofHours(25));

    assertThat(edges()).noneMatch(edge -> edge.caller().describe().equals("reporting/reports"));
  }

  @Test
  void theCulpritHasBeenSilentSinceItsRelease() {
    var released = clock.instant().minus(DemoShop.INCIDENT_AGO);

    assertThat(edge("payment", "payment-db").seen().last())
        .isBetween(released.minusSeconds(5), released.plusSeconds(60));
  }

  private void takePaymentBack() {
    var found = (Reading.Found) demo.actions().read(DemoShop.CULPRIT);
    var spec = found.manifest().spec().object("template", "spec");
    var container = spec.objects("containers").findFirst().orElseThrow();
    var image = "registry.shop.example/payment:" + DemoShop.GOOD_VERSION;
    var env =
        container
            .objects("env")
            .filter(one -> !one.text("name").orElse("").equals("DB_POOL"))
            .toList();
    var good = container.with(Json.of(image), "image").with(new JsonArray(List.copyOf(env)), "env");
    var tree =
        found
            .manifest()
            .tree()
            .with(new JsonArray(List.of(good)), "spec", "template", "spec", "containers");
    demo.apply(new Manifest(tree), "kubectl-edit");
  }

  private void scaleToNothing(String name) {
    var namespace = name.equals("reports") ? "reporting" : "shop";
    var ref = new dev.faultline.model.ResourceRef(DemoCluster.ID, Kind.DEPLOYMENT, namespace, name);
    var found = (Reading.Found) demo.actions().read(ref);
    demo.apply(
        new Manifest(found.manifest().tree().with(Json.of(0), "spec", "replicas")),
        "kubectl-scale");
  }

  private double rate(String caller, String callee) {
    return edge(caller, callee).figures().perSecond();
  }

  private double errors(String caller, String callee) {
    return edge(caller, callee).figures().errorShare().orElseThrow();
  }

  private TrafficEdge edge(String caller, String callee) {
    return edges().stream()
        .filter(edge -> edge.caller().describe().endsWith("/" + caller))
        .filter(edge -> edge.callee().describe().endsWith("/" + callee))
        .findFirst()
        .orElseThrow();
  }

  private List<TrafficEdge> edges() {
    return demo.actions().traffic(clock.instant()).orElseThrow().edges();
  }
}
