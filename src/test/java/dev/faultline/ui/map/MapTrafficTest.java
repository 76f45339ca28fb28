package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Reading;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.text.Messages;
import dev.faultline.ui.map.Inspection.Selected;
import dev.faultline.ui.theme.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What really talks, on the map: which arrows there are, how they look and what they tell. */
class MapTrafficTest extends MapOffScreen {

  private final Words words = new Words(new Messages(Locale.ENGLISH));

  @BeforeEach
  void theIncident() {
    open(MapDesk.withTraffic(fx, folder));
    until(() -> picture().edgeKinds().contains(EdgeKind.QUIET));
  }

  @Test
  void everyKindOfArrowIsInTheLegend() {
    assertThat(picture().edgeKinds())
        .contains(EdgeKind.OBSERVED, EdgeKind.BOTH, EdgeKind.QUIET, EdgeKind.DECLARED);
    assertThat(MapLook.dashes(EdgeKind.QUIET)).isNotEqualTo(MapLook.dashes(EdgeKind.DECLARED));
  }

  @Test
  void anArrowTellsRateErrorsAndWhoCountedThem() {
    assertThat(words.evidence(edge("order", "payment").dependency()))
        .first()
        .asString()
        .startsWith("seen: 2.2 req/s, 100 % errors, p95 1000 ms; counted by Istio, from the demo")
        .contains("last 2026-05-12 03:15");
    assertThat(words.evidence(edge("order", "payment").dependency()))
        .contains("declared: env PAYMENT_URL in Deployment shop/order");
    assertThat(words.evidenceInShort(edge("payment", "payment-db").dependency()))
        .startsWith("quiet since 02:49:");
  }

  @Test
  void anArrowThatOnlyTrafficKnowsIsDrawn() {
    assertThat(EdgeKind.of(edge("user", "gateway-sessions").dependency()))
        .isEqualTo(EdgeKind.OBSERVED);
  }

  @Test
  void aDrawingInAFileShowsWhatHasGoneQuiet() {
    var svg =
        SvgPicture.of(
            picture().scene(), Tokens.of(true), new Frames(new Messages(Locale.ENGLISH), false));

    assertThat(svg).contains("stroke-dasharray=\"12 4 1.40 4\"");
  }

  @Test
  void theInspectorOfANodeTellsTheRates() {
    var payment = new MapSubject.InCluster(MapDesk.PAYMENT);
    onFx(() -> model.currentProperty().set(Optional.of(payment)));
    until(() -> inspection() instanceof Selected selected && selected.subject().equals(payment));

    var neededBy = ((Selected) inspection()).neededBy();
    assertThat(neededBy).extracting(Inspection.Link::words).first().asString().contains("req/s");
  }

  @Test
  void theInspectorOfANodeTellsWhatGoesInAndOutAltogether() {
    select("order");

    var rates = ((Selected) inspection()).rates();
    assertThat(rates.in()).isEqualTo("2.4 req/s, 100 % errors");
    assertThat(rates.out()).startsWith("3.7 req/s, ").endsWith(" % errors");
    select("payment");
    assertThat(((Selected) inspection()).rates().out()).isEmpty();
  }

  @Test
  void anArrowIsInspectedLikeANode() {
    var line = edge("order", "payment").line();
    onFx(() -> model.inspect(line));
    until(() -> inspection() instanceof Inspection.Arrow);

    var arrow = (Inspection.Arrow) inspection();
    assertThat(arrow.from().subject()).isEqualTo(line.from());
    assertThat(arrow.kind()).isEqualTo("application; declared and observed");
    assertThat(arrow.lines())
        .hasSize(2)
        .last()
        .isEqualTo("declared: env PAYMENT_URL in Deployment shop/order");
    assertThat(arrow.lines().getFirst()).contains("req/s", "errors", "p95", "first", "last");
    assertThat(arrow.members()).isEmpty();

    select("payment");
    assertThat(model.arrowProperty().get()).isEmpty();
    assertThat(((Selected) inspection()).neededBy().getFirst().arrow()).contains(line);
  }

  @Test
  void anArrowBetweenFoldedGroupsTellsOfEachThatItStandsFor() {
    onFx(() -> model.fold(Folds.all(true)));
    until(() -> !picture().grouping().folded().isEmpty());
    var bundle = edge("shop", "platform");
    onFx(() -> model.inspect(bundle.line()));
    until(() -> inspection() instanceof Inspection.Arrow);

    var arrow = (Inspection.Arrow) inspection();
    assertThat(arrow.kind()).isEqualTo("2 dependencies");
    assertThat(arrow.members())
        .extracting(Inspection.Link::words)
        .containsExactly("order depends on broker", "payment depends on broker");
    assertThat(EdgeKind.of(bundle.dependency())).isEqualTo(EdgeKind.QUIET);
  }

  private void select(String name) {
    var subject = new MapSubject.InCluster(MapDesk.deployment(name));
    onFx(() -> model.currentProperty().set(Optional.of(subject)));
    until(() -> inspection() instanceof Selected selected && selected.subject().equals(subject));
  }

  @Test
  void newFiguresMoveNothing() {
    var before = picture();
    var seen = lastSeen(edge("gateway", "user"));
    desk.clock.advance(Duration.ofMinutes(3));

    until(() -> lastSeen(edge("gateway", "user")).isAfter(seen));

    assertThat(picture().layout()).isEqualTo(before.layout());
    assertThat(boxes(picture())).isEqualTo(boxes(before));
  }

  @Test
  void newFiguresNeedNothingToBeDrawnAnew() {
    // From here on no age becomes another minute for a while.
    desk.clock.advance(Duration.ofSeconds(10));
    until(() -> lastSeen(edge("gateway", "user")).equals(desk.clock.instant()));
    var before = picture();
    desk.clock.advance(Duration.ofSeconds(15));
    until(() -> lastSeen(edge("gateway", "user")).equals(desk.clock.instant()));

    assertThat(SceneLook.isSame(before.scene(), picture().scene())).isTrue();
  }

  @Test
  void whatGoesQuietIsDrawnAnew() {
    var before = picture();
    var reports = MapDesk.deployment("reports");
    var ref = new ResourceRef(reports.cluster(), reports.kind(), "reporting", "reports");
    var found = (Reading.Found) desk.demo.actions().read(ref);
    desk.demo.apply(
        new Manifest(found.manifest().tree().with(Json.of(0), "spec", "replicas")), "kim");
    desk.clock.advance(Duration.ofMinutes(2));
    until(() -> EdgeKind.of(edge("reports", "reports-db").dependency()) == EdgeKind.QUIET);

    assertThat(SceneLook.isSame(before.scene(), picture().scene())).isFalse();
  }

  private static List<?> boxes(MapPicture picture) {
    return picture.scene().nodes().stream().map(MapNode::box).toList();
  }

  private MapEdge edge(String from, String to) {
    return picture().scene().edges().stream()
        .filter(edge -> edge.line().from().label().equals(from))
        .filter(edge -> edge.line().to().label().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static Instant lastSeen(MapEdge edge) {
    return edge.dependency().traffic().orElseThrow().seen().last();
  }
}
