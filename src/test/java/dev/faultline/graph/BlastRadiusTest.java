package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.graph.BlastRadius.Flow;
import dev.faultline.graph.BlastRadius.Hurt;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

  private static final ClusterId CLUSTER = new ClusterId("test");

  @Test
  void theShareIsThatOfAllThatIsSeenToBeCalledInTheSameUnit() {
    var web =
        only(
            of(
                "db",
                seen("web", "db", 30),
                seen("web", "cache", 50),
                seen("web", "ext:bank.example", 20),
                edge("web", "queue", TrafficUnit.BYTES, 9000),
                call("web", "unmeasured")));

    assertThat(share(web)).isEqualTo(0.3, within(1e-9));
    assertThat(web.flow().percent()).isEqualTo("30 %");
    assertThat(((Flow.Seen) web.flow()).figures().latency())
        .as("percentiles of several cannot be put together")
        .isEmpty();
  }

  @Test
  void nothingSeenIsNotNothingMeasured() {
    var radius = of("db", call("unknown", "db"), quiet("quiet", "db"), seen("none", "db", 0));

    assertThat(find(radius, "unknown").flow()).isEqualTo(new Flow.Unknown());
    assertThat(find(radius, "unknown").flow().percent()).isEmpty();
    assertThat(find(radius, "unknown").flow().part()).isEmpty();
    assertThat(find(radius, "quiet").flow()).isEqualTo(new Flow.Silent());
    assertThat(find(radius, "none").flow()).isEqualTo(new Flow.Silent());
    assertThat(find(radius, "none").flow().percent()).isEqualTo("0 %");
  }

  @Test
  void theNearestComeFirstAndOfThoseTheBusiest() {
    var radius =
        of(
            "db",
            call("a-unknown", "db"),
            quiet("b-quiet", "db"),
            seen("c-slow", "db", 1),
            seen("d-busy", "db", 80),
            edge("e-bytes", "db", TrafficUnit.BYTES, 1e9),
            seen("far", "c-slow", 1000));

    assertThat(radius.hurt().stream().map(one -> one.who().name()))
        .containsExactly("d-busy", "c-slow", "e-bytes", "b-quiet", "a-unknown", "far");
    assertThat(find(radius, "far").callsAway()).isEqualTo(2);
  }

  @Test
  void onlyCallsThatLeadOneStepNearerCount() {
    var radius =
        of(
            "db",
            seen("api", "db", 4),
            seen("job", "db", 4),
            seen("web", "api", 10),
            seen("web", "job", 20),
            seen("api", "web", 6));

    assertThat(find(radius, "web").calls()).hasSize(2);
    assertThat(find(radius, "web").flow().percent()).isEqualTo("100 %");
    assertThat(find(radius, "api").callsAway()).isEqualTo(1);
    assertThat(share(find(radius, "api"))).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void whatFailsIsNotItsOwnVictim() {
    var radius = of("db", seen("web", "db", 1), seen("db", "web", 1));

    assertThat(only(radius).who().name()).isEqualTo("web");
  }

  @Test
  void mereMentionsAndTelemetrySpreadNoFailureAndWeighNothing() {
    var mention = with(call("mentioned", "db"), EdgeClass.APPLICATION, Strength.WEAK);
    var metrics = with(seen("web", "collector", 99), EdgeClass.TELEMETRY, Strength.STRONG);

    var web = only(of("db", mention, metrics, seen("web", "db", 1)));

    assertThat(web.flow().percent()).isEqualTo("100 %");
  }

  @Test
  void aSmallPartIsNotNothing() {
    assertThat(only(of("db", seen("web", "db", 1), seen("web", "cache", 999))).flow().percent())
        .isEqualTo("<1 %");
  }

  @Test
  void aHostOutsideHurtsWhoCallsItAndThoseBehind() {
    var graph = DependencyGraph.of(List.of(seen("pay", "ext:bank.example", 3), call("web", "pay")));

    var radius = BlastRadius.ofHost(graph, "bank.example");

    assertThat(radius.hurt().stream().map(one -> one.who().name())).containsExactly("pay", "web");
    assertThat(BlastRadius.ofHost(graph, "other.example").hurt()).isEmpty();
  }

  @Test
  void theDistancesAreThoseOfTheGraph() {
    var graph =
        DependencyGraph.of(
            List.of(
                call("a", "b"), call("b", "c"), call("c", "db"), call("a", "c"), call("x", "a")));

    assertThat(BlastRadius.of(graph, ref("db")).hurt())
        .extracting(one -> new Reached(one.who(), one.callsAway()))
        .containsExactlyInAnyOrderElementsOf(graph.dependentsOf(ref("db"), 9));
  }

  private static BlastRadius of(String failing, Dependency... edges) {
    return BlastRadius.of(DependencyGraph.of(List.of(edges)), ref(failing));
  }

  private static Hurt only(BlastRadius radius) {
    assertThat(radius.hurt()).hasSize(1);
    return radius.hurt().getFirst();
  }

  private static Hurt find(BlastRadius radius, String name) {
    return radius.hurt().stream()
        .filter(one -> one.who().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double share(Hurt hurt) {
    return hurt.flow().part().orElseThrow();
  }

  private static ResourceRef ref(String name) {
    return new ResourceRef(CLUSTER, Kind.DEPLOYMENT, "shop", name);
  }

  private static Dependency call(String from, String to) {
    return edge(from, to, Optional.empty());
  }

  private static Dependency seen(String from, String to, double rate) {
    return edge(from, to, TrafficUnit.REQUESTS, rate);
  }

  private static Dependency edge(String from, String to, TrafficUnit unit, double rate) {
    var figures =
        new TrafficFigures(unit, rate, OptionalDouble.empty(), Optional.of(Duration.ofMillis(9)));
    return edge(from, to, Optional.of(sighting(figures, false)));
  }

  private static Dependency quiet(String from, String to) {
    return edge(from, to, Optional.of(sighting(TrafficFigures.none(TrafficUnit.REQUESTS), true)));
  }

  private static Sighting sighting(TrafficFigures figures, boolean quiet) {
    return new Sighting(
        "Istio", "Prometheus", figures, new SeenTime(Instant.EPOCH, Instant.EPOCH, quiet));
  }

  private static Dependency edge(String from, String to, Optional<Sighting> seen) {
    var outside = to.startsWith("ext:");
    return new Dependency(
        ref(from),
        outside
            ? new Callee.ToExternal(to.substring(4))
            : new Callee.ToWorkload(ref(to), List.of()),
        outside ? EdgeClass.EXTERNAL : EdgeClass.APPLICATION,
        Provenance.DECLARED,
        Strength.STRONG,
        List.of(),
        seen.stream().toList());
  }

  private static Dependency with(Dependency one, EdgeClass edgeClass, Strength strength) {
    return new Dependency(
        one.caller(),
        one.callee(),
        edgeClass,
        one.provenance(),
        strength,
        one.evidence(),
        one.sightings());
  }
}
