package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeighedRadiusTest {

  private static final MapSubject DB = Maps.service("data", "db");
  private static final MapSubject CACHE = Maps.service("data", "cache");
  private static final MapSubject API = Maps.service("shop", "api");
  private static final MapSubject JOB = Maps.service("shop", "job");
  private static final MapSubject WEB = Maps.service("shop", "web");

  private final List<Dependency> all = new ArrayList<>();

  @Test
  void whatLeadsNearerStandsOutByItsShareAndWhatLeadsAsideStandsBack() {
    call(API, DB, 33);
    call(API, CACHE, 67);
    call(JOB, DB, 5);
    call(JOB, API, 5);

    var weighed = weigh(DB);

    assertThat(weight(weighed, API, DB)).as("in steps of a twentieth").hasValue(0.35);
    assertThat(weight(weighed, JOB, DB)).hasValue(0.5);
    assertThat(weight(weighed, JOB, API)).hasValue(0);
    assertThat(hops(weighed, JOB)).contains(1);
    assertThat(hops(weighed, DB)).isEmpty();
  }

  @Test
  void aCallThatNobodyMeasuresIsDrawnAsAlwaysAmongOthersThatAreMeasured() {
    call(API, DB, 1);
    unmeasured(WEB, API);

    var weighed = weigh(DB);

    assertThat(weight(weighed, API, DB)).hasValue(1);
    assertThat(weight(weighed, WEB, API)).isEmpty();
    assertThat(hops(weighed, WEB)).contains(2);
  }

  @Test
  void whereNothingIsMeasuredNothingStandsBack() {
    unmeasured(API, DB);
    unmeasured(JOB, DB);
    unmeasured(JOB, API);

    assertThat(weigh(DB).edges().values()).allMatch(facts -> facts.weight().isEmpty());
  }

  @Test
  void onlyWhatIsDrawnSpreadsAFailure() {
    call(API, DB, 1);
    call(WEB, API, 1);
    var drawn = content();
    call(WEB, DB, 1);

    assertThat(hops(WeighedRadius.weigh(drawn, all, DB), WEB)).contains(2);
  }

  @Test
  void aWholeGroupMayFail() {
    call(API, DB, 1);
    call(API, CACHE, 3);
    call(WEB, API, 1);

    var weighed = weigh(new MapSubject.Folded(Maps.group("data")));

    assertThat(hops(weighed, API)).contains(1);
    assertThat(hops(weighed, DB)).isEmpty();
    assertThat(weight(weighed, API, CACHE)).hasValue(0.75);
  }

  private MapContent weigh(MapSubject failing) {
    return WeighedRadius.weigh(content(), all, failing);
  }

  private static OptionalDouble weight(MapContent content, MapSubject from, MapSubject to) {
    return content.edges().get(new Line(from, to)).weight();
  }

  private static Optional<Integer> hops(MapContent content, MapSubject subject) {
    return content.nodes().get(subject).hurt().map(one -> one.callsAway());
  }

  private MapContent content() {
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    var edges = new TreeMap<Line, EdgeFacts>();
    for (Dependency one : all) {
      var line = new Line(new MapSubject.InCluster(one.caller()), MapContents.callee(one));
      edges.put(line, new EdgeFacts(one, 1, Status.HEALTHY));
      nodes.put(line.from(), facts());
      nodes.put(line.to(), facts());
    }
    return new MapContent(nodes, edges, Groups.NAMESPACES);
  }

  private static NodeFacts facts() {
    return new NodeFacts(
        NodeSort.APPLICATION, "", "", 1, Status.HEALTHY, Optional.empty(), Optional.empty());
  }

  private void call(MapSubject from, MapSubject to, double rate) {
    var figures =
        new TrafficFigures(TrafficUnit.REQUESTS, rate, OptionalDouble.empty(), Optional.empty());
    var seen = new SeenTime(Instant.EPOCH, Instant.EPOCH, false);
    add(from, to, List.of(new Sighting("Istio", "Prometheus", figures, seen)));
  }

  private void unmeasured(MapSubject from, MapSubject to) {
    add(from, to, List.of());
  }

  private void add(MapSubject from, MapSubject to, List<Sighting> sightings) {
    all.add(
        new Dependency(
            ((MapSubject.InCluster) from).ref(),
            new Callee.ToWorkload(((MapSubject.InCluster) to).ref(), List.of()),
            EdgeClass.APPLICATION,
            Provenance.BOTH,
            Strength.STRONG,
            List.of(),
            sightings));
  }
}
