package dev.faultline.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Ways.Direction;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaysTest {

  private static final MapSubject A = Maps.service("shop", "a");
  private static final MapSubject B = Maps.service("shop", "b");

  @Test
  void allWaysAreShownAndOneOfTheShortestStandsOut() {
    var ways =
        ways(
            "shop/a > shop/x > shop/b",
            "shop/a > shop/y > shop/b",
            "shop/a > shop/l1 > shop/l2 > shop/b",
            "shop/a > shop/aside",
            "shop/other > shop/x");

    assertThat(ways.direction()).isEqualTo(Direction.THERE);
    assertThat(names(ways)).containsExactly("a", "b", "l1", "l2", "x", "y");
    assertThat(ways.shortest())
        .containsExactly(new Line(A, service("x")), new Line(service("x"), B));
    assertThat(ways.isOnlyOne()).isFalse();
    ways.part()
        .edges()
        .forEach(
            (line, facts) ->
                assertThat(facts.weight())
                    .as(line.toString())
                    .hasValue(ways.shortest().contains(line) ? 1 : 0));
  }

  @Test
  void aSingleWayIsTheOnlyOne() {
    assertThat(ways("shop/a > shop/x > shop/b > shop/behind").isOnlyOne()).isTrue();
  }

  @Test
  void whatIsBeforeTheStartOrBehindTheEndIsOnNoWay() {
    var ways = ways("shop/a > shop/b > shop/behind > shop/before > shop/a", "shop/b > shop/a");

    assertThat(names(ways)).containsExactly("a", "b");
    assertThat(ways.part().edges()).containsOnlyKeys(new Line(A, B));
  }

  @Test
  void aCircleOnTheWayIsShownAndSearchedOnce() {
    var ways = ways("shop/a > shop/x > shop/y > shop/x", "shop/y > shop/b");

    assertThat(names(ways)).containsExactly("a", "b", "x", "y");
    assertThat(ways.part().edges()).hasSize(4);
    assertThat(ways.shortest()).hasSize(3);
  }

  @Test
  void withoutAWayThereTheWayBackIsFound() {
    var ways = ways("shop/b > shop/x > shop/a", "shop/y > shop/b");

    assertThat(ways.direction()).isEqualTo(Direction.BACK);
    assertThat(names(ways)).containsExactly("a", "b", "x");
    assertThat(ways.shortest().getFirst().from()).isEqualTo(B);
  }

  @Test
  void whoIsOnlyCalledByTheSameHasNoWay() {
    var ways = ways("shop/x > shop/a", "shop/x > shop/b");

    assertThat(ways.direction()).isEqualTo(Direction.NONE);
    assertThat(ways.part()).isEqualTo(MapContent.EMPTY);
    assertThat(Ways.between(content("shop/a > shop/x"), A, B).direction())
        .as("the end is not on the map")
        .isEqualTo(Direction.NONE);
  }

  @Test
  void aFoldedGroupStandsForAllOfItsServices() {
    var content =
        content(
            "edge/gateway > shop/a > data/store",
            "edge/proxy > edge/gateway",
            "shop/b > data/store");
    var edge = new MapSubject.Folded(Maps.group("edge"));
    var data = new MapSubject.Folded(Maps.group("data"));

    var ways = Ways.between(content, edge, data);

    assertThat(names(ways)).containsExactly("store", "gateway", "a");
    assertThat(names(Ways.between(content, edge, Maps.service("edge", "gateway"))))
        .containsExactly("gateway", "proxy");
  }

  @Test
  void aHostOutsideMayBeTheEnd() {
    var content = content("shop/a > shop/x > bank.example");
    var bank = new MapSubject.Outside(A.cluster(), "bank.example");

    assertThat(Ways.between(content, A, bank).shortest()).hasSize(2);
  }

  private static Ways ways(String... said) {
    return Ways.between(content(said), A, B);
  }

  private static MapSubject service(String name) {
    return Maps.service("shop", name);
  }

  private static List<String> names(Ways ways) {
    return ways.part().nodes().keySet().stream().map(MapSubject::label).toList();
  }

  private static MapContent content(String... said) {
    var structure = Maps.of(said);
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    var edges = new TreeMap<Line, EdgeFacts>();
    structure.nodes().keySet().forEach(subject -> nodes.put(subject, facts()));
    structure
        .lines()
        .forEach(line -> edges.put(line, new EdgeFacts(call(line), 1, Status.UNKNOWN)));
    return new MapContent(nodes, edges, Groups.NAMESPACES);
  }

  private static NodeFacts facts() {
    return new NodeFacts(
        NodeSort.APPLICATION, "", "", 1, Status.HEALTHY, Optional.empty(), Optional.empty());
  }

  private static Dependency call(Line line) {
    var callee =
        switch (line.to()) {
          case MapSubject.InCluster in -> new Dependency.Callee.ToWorkload(in.ref(), List.of());
          default -> new Dependency.Callee.ToExternal(line.to().path());
        };
    return new Dependency(
        ((MapSubject.InCluster) line.from()).ref(),
        callee,
        EdgeClass.APPLICATION,
        Provenance.DECLARED,
        Strength.STRONG,
        List.of());
  }
}
