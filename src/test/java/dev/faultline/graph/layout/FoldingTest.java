package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static final ClusterId CLUSTER = new ClusterId("test");
  private static final MapSubject EDGE = service("edge", "gateway");
  private static final MapSubject CART = service("shop", "cart");
  private static final MapSubject PAYMENT = service("shop", "payment");
  private static final MapSubject BANK = new MapSubject.Outside(CLUSTER, "bank.example");
  private static final GroupId EDGES = GroupId.namespace(CLUSTER, "edge");
  private static final GroupId SHOP = GroupId.namespace(CLUSTER, "shop");

  private final TreeMap<MapSubject, NodeFacts> nodes =
      new TreeMap<>(
          Map.of(
              EDGE, facts(Status.HEALTHY, 2),
              CART, facts(Status.HEALTHY, 3),
              PAYMENT, facts(Status.FAILING, 5),
              BANK, facts(Status.UNKNOWN, 0)));
  private final TreeMap<Line, EdgeFacts> edges =
      new TreeMap<>(
          Map.of(
              new Line(EDGE, CART), edge(Status.HEALTHY),
              new Line(EDGE, PAYMENT), edge(Status.FAILING),
              new Line(CART, PAYMENT), edge(Status.FAILING),
              new Line(PAYMENT, BANK), edge(Status.UNKNOWN)));
  private final MapContent content = new MapContent(nodes, edges, Groups.NAMESPACES);

  @Test
  void aSmallMapStaysAsItIs() {
    assertThat(Folding.fold(content, Folds.AUTOMATIC)).isEqualTo(content);
  }

  @Test
  void aFoldedGroupCountsItsServicesAndIsAsIllAsTheWorstOfThem() {
    var folded = Folding.fold(content, Folds.AUTOMATIC.with(SHOP, true));

    var shop = folded.nodes().get(new MapSubject.Folded(SHOP));
    assertThat(shop.status()).isEqualTo(Status.FAILING);
    assertThat(shop.members())
        .contains(
            new Members(2, 8, new TreeMap<>(Map.of(Status.HEALTHY, 1, Status.FAILING, 1)), 1));
    assertThat(folded.nodes()).containsKey(EDGE).doesNotContainKeys(CART, PAYMENT);
  }

  @Test
  void aFoldedGroupIsAnEntryIfOneOfItsServicesIs() {
    var folds = Folds.AUTOMATIC.with(SHOP, true);
    assertThat(shop(folds).entry()).isFalse();

    nodes.put(CART, nodes.get(CART).entered(true));

    assertThat(shop(folds).entry()).isTrue();
  }

  private NodeFacts shop(Folds folds) {
    var content = new MapContent(nodes, edges, Groups.NAMESPACES);
    return Folding.fold(content, folds).nodes().get(new MapSubject.Folded(SHOP));
  }

  @Test
  void whatLeadsIntoAFoldedGroupIsOneArrowThatKnowsHowManyItStandsFor() {
    var folded = Folding.fold(content, Folds.AUTOMATIC.with(SHOP, true));

    assertThat(folded.edges())
        .containsOnlyKeys(new Line(new MapSubject.Folded(EDGES), new MapSubject.Folded(SHOP)));
    var arrow = folded.edges().firstEntry().getValue();
    assertThat(arrow.count()).isEqualTo(2);
    assertThat(arrow.status()).isEqualTo(Status.FAILING);
  }

  @Test
  void whatIsGroupedByItsTeamIsFoldedByItsTeam() {
    var team = new GroupId(CLUSTER, GroupBy.TEAM, "money");
    var byTeam =
        new MapContent(nodes, edges, new Groups(Map.of(ref(PAYMENT), team, ref(EDGE), team)));

    var folded = Folding.fold(byTeam, Folds.AUTOMATIC.with(team, true));

    assertThat(Folding.groups(byTeam)).containsExactlyInAnyOrder(team, SHOP);
    assertThat(folded.nodes()).containsKeys(CART, new MapSubject.Folded(team)).hasSize(2);
    assertThat(folded.edges().keySet())
        .containsExactlyInAnyOrder(
            new Line(new MapSubject.Folded(team), new MapSubject.Folded(SHOP)),
            new Line(new MapSubject.Folded(SHOP), new MapSubject.Folded(team)));
  }

  private static ResourceRef ref(MapSubject subject) {
    return ((MapSubject.InCluster) subject).ref();
  }

  @Test
  void theFrameOfAnOpenGroupStandsForItWhereAFoldedOneCallsIt() throws InterruptedException {
    var structure = Folding.fold(content, Folds.AUTOMATIC.with(EDGES, true)).structure();
    var placement = new FittingLayout().place(structure);

    var arrow = new Line(new MapSubject.Folded(EDGES), new MapSubject.Folded(SHOP));
    var frame = placement.frames().get(SHOP);
    assertThat(placement.boxes()).containsKeys(CART, PAYMENT);
    assertThat(placement.routes().get(arrow).end().x()).isEqualTo(frame.x());
    assertThat(placement.routes()).containsKey(new Line(CART, PAYMENT));
  }

  @Test
  void aHostOutsideIsSeenOnlyWhereAServiceThatCallsItIs() {
    assertThat(Folding.fold(content, Folds.AUTOMATIC.with(SHOP, true)).nodes())
        .doesNotContainKey(BANK);
    assertThat(Folding.fold(content, Folds.AUTOMATIC.with(EDGES, true)).nodes()).containsKey(BANK);
  }

  @Test
  void manyServicesAreFoldedUnlessSomebodyOpensThem() {
    for (int i = 0; i < Folds.MANY; i++) {
      nodes.put(service("shop", "service-" + i), facts(Status.HEALTHY, 1));
    }
    var large = new MapContent(nodes, edges, Groups.NAMESPACES);

    assertThat(Folding.fold(large, Folds.AUTOMATIC).nodes())
        .containsOnlyKeys(new MapSubject.Folded(EDGES), new MapSubject.Folded(SHOP));
    assertThat(Folding.fold(large, Folds.AUTOMATIC.with(SHOP, false)).nodes())
        .containsKeys(new MapSubject.Folded(EDGES), CART, PAYMENT)
        .hasSize(1 + 2 + Folds.MANY + 1);
    assertThat(Folding.fold(large, Folds.all(false))).isEqualTo(large);
  }

  @Test
  void nothingIsLostWhateverIsFolded() {
    var all = Folding.fold(content, Folds.all(true));

    assertThat(all.nodes().values())
        .extracting(facts -> facts.members().orElseThrow().services())
        .containsExactlyInAnyOrder(1, 2);
    assertThat(all.edges().values()).extracting(EdgeFacts::count).containsExactly(2);
  }

  @Test
  void whatStandsForManyHasGoneQuietOnlyIfAllOfThemHave() {
    edges.put(new Line(EDGE, CART), seen(true));
    edges.put(new Line(EDGE, PAYMENT), seen(false));
    assertThat(arrow(new MapContent(nodes, edges, Groups.NAMESPACES)).dependency().isQuiet())
        .isFalse();

    edges.put(new Line(EDGE, PAYMENT), edge(Status.HEALTHY));
    assertThat(arrow(new MapContent(nodes, edges, Groups.NAMESPACES)).dependency().isQuiet())
        .isTrue();
  }

  private static EdgeFacts arrow(MapContent content) {
    return Folding.fold(content, Folds.all(true)).edges().firstEntry().getValue();
  }

  private static EdgeFacts seen(boolean quiet) {
    var known = edge(Status.HEALTHY).dependency();
    var sighting =
        new Sighting(
            "Istio",
            "Prometheus",
            TrafficFigures.none(TrafficUnit.REQUESTS),
            new SeenTime(Instant.EPOCH, Instant.EPOCH, quiet));
    return new EdgeFacts(
        new Dependency(
            known.caller(),
            known.callee(),
            known.edgeClass(),
            Provenance.BOTH,
            known.strength(),
            known.evidence(),
            List.of(sighting)),
        1,
        Status.HEALTHY);
  }

  private static MapSubject service(String namespace, String name) {
    return new MapSubject.InCluster(new ResourceRef(CLUSTER, Kind.DEPLOYMENT, namespace, name));
  }

  private static NodeFacts facts(Status status, int pods) {
    var changed =
        status == Status.FAILING ? Optional.of(Duration.ofMinutes(7)) : Optional.<Duration>empty();
    return new NodeFacts(
        NodeSort.APPLICATION, "1.0.0", "", pods, status, changed, Optional.empty());
  }

  private static EdgeFacts edge(Status status) {
    var dependency =
        new Dependency(
            ((MapSubject.InCluster) EDGE).ref(),
            new Dependency.Callee.ToWorkload(((MapSubject.InCluster) CART).ref(), List.of()),
            EdgeClass.APPLICATION,
            Provenance.DECLARED,
            Strength.STRONG,
            List.of());
    return new EdgeFacts(dependency, 1, status);
  }
}
