package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.layout.Difference.OnlyIn;
import dev.faultline.graph.layout.MapComparison.Side;
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
import dev.faultline.testkit.States;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is missing on a side, what runs there in another version, and what needs something else. */
class ComparedMapTest {

  private static final MapSide SHOP = new MapSide(States.CLUSTER, Optional.of("shop"));
  private static final MapSide STAGING = new MapSide(States.CLUSTER, Optional.of("staging"));
  private static final ClusterId EU = new ClusterId("eu");
  private static final ClusterId US = new ClusterId("us");

  private final MapContent whole = stages();

  private static MapContent stages() {
    var state = States.ofResource("/map/two-stages.yaml");
    var contents = new MapContents(Set.of(), EdgeFilter.AT_FIRST, GroupBy.NAMESPACE, States.NOW);
    contents.add(ServiceCatalog.of(state), DependencyGraph.of(state));
    return contents.content();
  }

  private ComparedMap compare(boolean onlyDifferences) {
    return ComparedMap.of(whole, whole, new MapComparison(SHOP, STAGING, onlyDifferences));
  }

  @Test
  void whatDiffersIsCounted() {
    assertThat(compare(false).counts()).isEqualTo(new ComparedMap.Counts(1, 1, 1, 2));
  }

  @Test
  void eachServiceIsThereOnceWithWhatDiffers() {
    var both = compare(false);

    assertThat(both.content().nodes().keySet())
        .containsExactlyInAnyOrder(
            node("shop", "web"),
            node("shop", "cart"),
            node("shop", "store"),
            node("shop", "importer"),
            node("staging", "queue"),
            node("shared", "search"));
    assertThat(both.difference(node("shop", "web")))
        .contains(new Difference.OtherVersion("1.4.2", "1.5.0"));
    assertThat(both.difference(node("shop", "importer"))).contains(new OnlyIn(Side.LEFT, "shop"));
    assertThat(both.difference(node("staging", "queue")))
        .contains(new OnlyIn(Side.RIGHT, "staging"));
    assertThat(both.difference(node("shop", "cart"))).isEmpty();
    assertThat(both.counterparts()).containsEntry(node("shop", "web"), node("staging", "web"));
  }

  @Test
  void whatIsElsewhereIsNotMissingThoughOnlyOneSideCallsIt() {
    assertThat(compare(false).difference(node("shared", "search"))).isEmpty();
    assertThat(difference(compare(false), node("shop", "cart"), node("shared", "search")))
        .contains(new OnlyIn(Side.LEFT, "shop"));
  }

  @Test
  void anArrowThatOneSideLacksSaysWhichHasIt() {
    var both = compare(false);

    assertThat(difference(both, node("shop", "web"), node("shop", "cart"))).isEmpty();
    assertThat(difference(both, node("shop", "web"), node("shop", "store")))
        .contains(new OnlyIn(Side.RIGHT, "staging"));
    assertThat(both.origin(new Line(node("shop", "web"), node("shop", "store"))))
        .isEqualTo(new Line(node("staging", "web"), node("staging", "store")));
    assertThat(difference(both, node("shop", "cart"), node("staging", "queue")))
        .contains(new OnlyIn(Side.RIGHT, "staging"));
  }

  @Test
  void whatLeadsIntoTheOtherSideIsNotTheSameAsWhatStaysOnItsOwn() {
    var web = node("shop", "web");
    var cart = node("shop", "cart");
    var ofStaging = node("staging", "web");
    var contents =
        content(
            Map.of(web, "1.0", cart, "2.0", ofStaging, "1.0", node("staging", "cart"), "2.1"),
            new Line(web, cart),
            new Line(ofStaging, cart));

    var both = ComparedMap.of(contents, contents, new MapComparison(SHOP, STAGING, false));

    assertThat(difference(both, web, cart))
        .contains(new Difference.Across(Side.RIGHT, "staging", "shop"));
    assertThat(both.origin(new Line(web, cart))).isEqualTo(new Line(ofStaging, cart));
    assertThat(both.difference(cart)).contains(new Difference.OtherVersion("2.0", "2.1"));
    assertThat(both.counts()).isEqualTo(new ComparedMap.Counts(0, 0, 1, 1));
    var back = ComparedMap.of(contents, contents, new MapComparison(STAGING, SHOP, false));
    assertThat(difference(back, ofStaging, cart))
        .contains(new Difference.Across(Side.LEFT, "staging", "shop"));
    assertThat(back.counts()).isEqualTo(new ComparedMap.Counts(0, 0, 1, 2));
  }

  @Test
  void aNamespaceThatIsCalledAsTheOtherSideButElsewhereHasAFrameOfItsOwn() {
    var ofUs = content(Map.of(node(US, "test", "web"), "1.0", node(US, "shop", "cart"), "1.0"));
    var calling =
        ofUs.with(
            ofUs.nodes(),
            content(Map.of(), new Line(node(US, "test", "web"), node(US, "shop", "cart"))).edges());
    var ofEu = content(Map.of(node(EU, "shop", "web"), "1.0"));
    var sides =
        new MapComparison(
            new MapSide(EU, Optional.of("shop")), new MapSide(US, Optional.of("test")), false);

    var groups = Folding.groups(ComparedMap.of(ofEu, calling, sides).content());

    assertThat(groups)
        .containsExactlyInAnyOrder(GroupId.namespace(EU, "shop"), GroupId.namespace(US, "shop"));
  }

  @Test
  void bothSidesLieInOneFrame() {
    assertThat(Folding.groups(compare(false).content()))
        .containsExactlyInAnyOrder(
            GroupId.namespace(States.CLUSTER, "shop"), GroupId.namespace(States.CLUSTER, "shared"));
  }

  @Test
  void whatIsTheSameCanBeLeftOut() {
    var both = compare(true);

    assertThat(both.content().edges().keySet())
        .doesNotContain(new Line(node("shop", "web"), node("shop", "cart")))
        .contains(new Line(node("shop", "web"), node("shop", "store")));
    assertThat(both.counts()).isEqualTo(compare(false).counts());
  }

  @Test
  void aSideComparedWithItselfDoesNotDiffer() {
    var same = ComparedMap.of(whole, whole, new MapComparison(SHOP, SHOP, true));

    assertThat(same.counts().isNothing()).isTrue();
    assertThat(same.content().nodes()).isEmpty();
  }

  @Test
  void aFoldedGroupSaysHowManyOfItsServicesDiffer() {
    var folded = Folding.fold(compare(false).content(), Folds.all(true));

    var shop = new MapSubject.Folded(GroupId.namespace(States.CLUSTER, "shop"));
    assertThat(folded.nodes().get(shop).difference()).contains(new Difference.Within(3));
  }

  @Test
  void clustersAreComparedByNamespaceAndName() {
    var eu = cluster(EU, "1.0", edges(EU, Provenance.DECLARED));
    var us = cluster(US, "1.1", new TreeMap<>());

    var both = ComparedMap.of(eu, us, clusters());

    assertThat(both.counts()).isEqualTo(new ComparedMap.Counts(0, 0, 2, 1));
    assertThat(both.content().nodes().keySet()).allMatch(one -> one.cluster().equals(EU));
    assertThat(both.content().edges().firstEntry().getValue().difference())
        .contains(new OnlyIn(Side.LEFT, "eu"));
  }

  @Test
  void trafficSaysNothingAgainstASideOfWhichNobodyMeasuresIt() {
    var measured = cluster(EU, "1.0", edges(EU, Provenance.OBSERVED));

    var unmeasured = ComparedMap.of(measured, cluster(US, "1.0", new TreeMap<>()), clusters());
    assertThat(unmeasured.counts().isNothing()).isTrue();

    var other = new TreeMap<Line, EdgeFacts>();
    edges(US, Provenance.OBSERVED)
        .forEach((line, facts) -> other.put(new Line(line.to(), line.from()), facts));
    var bothMeasured = ComparedMap.of(measured, cluster(US, "1.0", other), clusters());
    assertThat(bothMeasured.counts().arrows()).isEqualTo(2);
  }

  @Test
  void aNamespaceIsNotComparedWithACluster() {
    var cluster = new MapSide(States.CLUSTER, Optional.empty());

    assertThatThrownBy(() -> new MapComparison(SHOP, cluster, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSideIsNamedByWhatTellsItFromTheOther() {
    var shopOfEu = new MapSide(EU, Optional.of("shop"));
    var shopOfUs = new MapSide(US, Optional.of("shop"));
    var testOfUs = new MapSide(US, Optional.of("test"));

    assertThat(new MapComparison(SHOP, STAGING, false).name(Side.RIGHT)).isEqualTo("staging");
    assertThat(new MapComparison(shopOfEu, shopOfUs, false).name(Side.RIGHT)).isEqualTo("us");
    assertThat(new MapComparison(shopOfEu, testOfUs, false).name(Side.RIGHT))
        .isEqualTo("test in us");
  }

  private static MapComparison clusters() {
    return new MapComparison(
        new MapSide(EU, Optional.empty()), new MapSide(US, Optional.empty()), false);
  }

  private static MapContent cluster(ClusterId id, String version, TreeMap<Line, EdgeFacts> edges) {
    return new MapContent(
        new TreeMap<>(
            Map.of(
                node(id, "shop", "web"), facts(version), node(id, "shop", "cart"), facts(version))),
        edges,
        Groups.NAMESPACES);
  }

  private static NodeFacts facts(String version) {
    return new NodeFacts(
        NodeSort.APPLICATION,
        version,
        "1/1",
        1,
        Status.HEALTHY,
        Optional.empty(),
        Optional.empty());
  }

  private static TreeMap<Line, EdgeFacts> edges(ClusterId id, Provenance provenance) {
    var line = new Line(node(id, "shop", "web"), node(id, "shop", "cart"));
    return new TreeMap<>(Map.of(line, edge(line, provenance)));
  }

  private static EdgeFacts edge(Line line, Provenance provenance) {
    var web = (MapSubject.InCluster) line.from();
    var cart = (MapSubject.InCluster) line.to();
    var seen =
        new Sighting(
            "Istio",
            "Prometheus",
            TrafficFigures.none(TrafficUnit.REQUESTS),
            new SeenTime(Instant.EPOCH, Instant.EPOCH, false));
    var dependency =
        new Dependency(
            web.ref(),
            new Dependency.Callee.ToWorkload(cart.ref(), List.of()),
            EdgeClass.APPLICATION,
            provenance,
            Strength.STRONG,
            List.of(),
            provenance == Provenance.OBSERVED ? List.of(seen) : List.of());
    return new EdgeFacts(dependency, 1, Status.HEALTHY);
  }

  private static MapContent content(Map<MapSubject, String> versions, Line... lines) {
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    versions.forEach((subject, version) -> nodes.put(subject, facts(version)));
    var edges = new TreeMap<Line, EdgeFacts>();
    for (Line line : lines) {
      edges.put(line, edge(line, Provenance.DECLARED));
    }
    return new MapContent(nodes, edges, Groups.NAMESPACES);
  }

  private static Optional<Difference> difference(ComparedMap both, MapSubject from, MapSubject to) {
    return Optional.ofNullable(both.content().edges().get(new Line(from, to)))
        .orElseThrow()
        .difference();
  }

  private static MapSubject node(String namespace, String name) {
    return node(States.CLUSTER, namespace, name);
  }

  private static MapSubject node(ClusterId cluster, String namespace, String name) {
    return new MapSubject.InCluster(new ResourceRef(cluster, Kind.DEPLOYMENT, namespace, name));
  }
}
