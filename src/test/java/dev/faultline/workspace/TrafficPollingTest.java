package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Reading;
import dev.faultline.cluster.WriteResult;
import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.Dependency;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.testkit.SimulatedTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The traffic of what is linked: it comes by itself, changes with the incident, and is kept. */
class TrafficPollingTest {

  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Background background = new Background("test", (what, cause) -> failures.add(what));
  private final SimulatedTraffic telemetry = new SimulatedTraffic();
  private final WorkspaceFeed feed =
      new WorkspaceFeed(
          (what, cause) -> failures.add(what + cause), telemetry.follower(background, clock));

  @AfterEach
  void close() {
    feed.close();
    background.close();
    demo.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsDeclaredAndSeenIsOneEdgeAndWhatIsOnlySeenIsOneToo() throws InterruptedException {
    feed.link(demo.linked());

    var product = until("shop/gateway", "shop/product", edge -> !edge.sightings().isEmpty());
    var hidden = until("shop/user", "shop/gateway-sessions", edge -> true);
    var unused = until("shop/order", "shop/product", edge -> true);

    assertThat(product.provenance()).isEqualTo(Provenance.BOTH);
    assertThat(product.evidence()).isNotEmpty();
    assertThat(hidden.provenance()).isEqualTo(Provenance.OBSERVED);
    assertThat(unused.provenance()).isEqualTo(Provenance.DECLARED);
  }

  @Test
  void callsToTheCulpritFailAndItsOwnHaveGoneQuiet() throws InterruptedException {
    feed.link(demo.linked());

    var failing = until("shop/order", "shop/payment", edge -> edge.traffic().isPresent());
    var quiet = until("shop/payment", "shop/payment-db", Dependency::isQuiet);

    assertThat(failing.traffic().orElseThrow().figures().errorShare()).hasValue(1);
    assertThat(quiet.traffic().orElseThrow().seen().last()).isBefore(clock.instant());
  }

  @Test
  void whoIsScaledToNothingGoesQuiet() throws InterruptedException {
    feed.link(demo.linked());
    until("shop/user", "shop/user-db", edge -> !edge.isQuiet() && edge.traffic().isPresent());

    scaleToNothing("user");

    until("shop/user", "shop/user-db", Dependency::isQuiet);
  }

  @Test
  void whatWasKnownStaysWithTheReasonWhyThereIsNothingNewer() throws InterruptedException {
    feed.link(demo.linked());
    until("shop/gateway", "shop/product", edge -> edge.traffic().isPresent());

    telemetry.fail("it does not answer");
    until(picture -> !picture.traffic().complaints().isEmpty());

    var picture = feed.workspace().cluster(DemoCluster.ID).orElseThrow();
    assertThat(picture.traffic().complaints().getFirst())
        .startsWith("no traffic data from Prometheus since 2026-05-12T03:15:00Z")
        .endsWith("it does not answer");
    assertThat(edge("shop/gateway", "shop/product").orElseThrow().traffic()).isPresent();
  }

  @Test
  void aLostConnectionSilencesTheTrafficToo() throws InterruptedException {
    feed.link(demo.linked());
    until("shop/gateway", "shop/product", edge -> edge.traffic().isPresent());

    demo.faults().breakConnection("connection refused");
    until(picture -> picture.traffic().since().isPresent());

    assertThat(edge("shop/gateway", "shop/product").orElseThrow().traffic()).isPresent();
    demo.faults().mendConnection();
    until(picture -> picture.traffic().since().isEmpty());
  }

  @Test
  void whoTurnedItOffIsToldNothing() throws InterruptedException {
    var off =
        new TrafficPolling(
            background, clock, telemetry, id -> TrafficChoice.NONE, Duration.ofMillis(10));
    try (var other = new WorkspaceFeed((what, cause) -> failures.add(what), off)) {
      other.link(demo.linked());
      while (other.workspace().cluster(DemoCluster.ID).isEmpty()) {
        Thread.sleep(10);
      }

      assertThat(other.workspace().cluster(DemoCluster.ID).orElseThrow().traffic())
          .isEqualTo(ClusterTraffic.NONE);
    }
  }

  @Test
  void thatThereIsNoTelemetryIsNoTrouble() throws InterruptedException {
    try (var empty = DemoCluster.empty(clock)) {
      var linked = empty.linked();
      feed.link(linked);
      until(picture -> true);
      clock.advance(Duration.ofSeconds(5));

      assertThat(feed.workspace().cluster(DemoCluster.ID).orElseThrow().traffic().complaints())
          .isEmpty();
    }
  }

  private void scaleToNothing(String name) {
    var ref = new ResourceRef(DemoCluster.ID, Kind.DEPLOYMENT, "shop", name);
    var found = (Reading.Found) demo.actions().read(ref);
    var idle = new Manifest(found.manifest().tree().with(Json.of(0), "spec", "replicas"));
    assertThat(demo.apply(idle, "kim")).isInstanceOf(WriteResult.Accepted.class);
    clock.advance(Duration.ofMinutes(2));
  }

  private Dependency until(String caller, String callee, Predicate<Dependency> condition)
      throws InterruptedException {
    until(picture -> edge(caller, callee).filter(condition).isPresent());
    return edge(caller, callee).orElseThrow();
  }

  private void until(Predicate<ClusterPicture> condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (feed.workspace().cluster(DemoCluster.ID).filter(condition).isEmpty()) {
      assertThat(System.nanoTime()).as("not within 20 s").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private Optional<Dependency> edge(String caller, String callee) {
    return feed.workspace().cluster(DemoCluster.ID).stream()
        .flatMap(picture -> picture.graph().dependencies().stream())
        .filter(edge -> edge.caller().path().equals(caller))
        .filter(edge -> edge.callee().path().equals(callee))
        .findFirst();
  }
}
