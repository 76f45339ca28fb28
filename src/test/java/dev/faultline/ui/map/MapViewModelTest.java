package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Kind;
import dev.faultline.ui.map.Inspection.Changes;
import dev.faultline.ui.map.Inspection.Field;
import dev.faultline.ui.map.Inspection.Overview;
import dev.faultline.ui.map.Inspection.Selected;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapViewModelTest extends MapOffScreen {

  @BeforeEach
  void theIncident() {
    open(new MapDesk(fx, folder));
  }

  @Test
  void theSentenceNamesTheCulpritAndNotItsVictims() {
    var headline = picture().headline().orElseThrow();

    assertThat(headline.service().ref()).isEqualTo(MapDesk.PAYMENT);
    assertThat(new HeadlineWords(desk.tools).subject(headline)).isEqualTo("payment 1.5.0");
    assertThat(new HeadlineWords(desk.tools).facts(headline))
        .startsWith("0 of 2 ready, unavailable since ")
        .endsWith("; order depends on it");
  }

  @Test
  void nothingIsSaidOfNamespacesWhereNothingFails() {
    onFx(() -> model.namespacesProperty().set(Set.of("reporting")));

    var picture = await(model.pictureProperty()::get, one -> names(one).size() == 2);

    assertThat(names(picture)).containsExactlyInAnyOrder("reports", "reports-db");
    assertThat(picture.headline()).isEmpty();
  }

  @Test
  void itsTwoActionsCompareAndTakeBack() {
    var headline = picture().headline().orElseThrow();

    onFx(() -> model.compare(headline));
    onFx(() -> model.takeBack(headline));

    assertThat(Inspector.name(headline.before().orElseThrow())).isEqualTo("1.4.2");
    assertThat(desk.ways).containsExactly("compare AtRevisionLive", "roll back payment");
  }

  @Test
  void theBlastRadiusIsWhoIsHurt() {
    select("payment");
    onFx(() -> model.focus(MapFocus.NEEDED_BY));

    var picture = await(model.pictureProperty()::get, one -> names(one).size() < 8);

    assertThat(names(picture)).containsExactlyInAnyOrder("payment", "order", "gateway");
  }

  @Test
  void whatAServiceNeedsCanBeSeenAlone() {
    select("payment");
    onFx(() -> model.focus(MapFocus.NEEDS));

    var picture = await(model.pictureProperty()::get, one -> names(one).size() < 8);

    assertThat(names(picture)).containsExactlyInAnyOrder("payment", "payment-db", "broker");
  }

  @Test
  void whatIsNotWellIsShownAloneWithItsNeighbours() {
    onFx(() -> model.filterNodes(NodeFilter.ALL.withTroubles(true)));

    var picture = await(model.pictureProperty()::get, one -> names(one).size() < 14);

    assertThat(names(picture))
        .contains("payment", "order", "gateway", "payment-db", "user")
        .doesNotContain("reports", "log-agent", "product-db", "user-db");
  }

  @Test
  void servicesCanBeFramedByTheirTeamAndByTheirApplication() {
    onFx(() -> model.groupBy(GroupBy.TEAM));
    var byTeam = await(model.pictureProperty()::get, one -> frames(one).contains("payments"));

    assertThat(frames(byTeam))
        .contains("accounts", "catalog", "checkout", "edge", "payments", "platform")
        .doesNotContain("shop");

    onFx(() -> model.groupBy(GroupBy.APPLICATION));
    var byApplication =
        await(model.pictureProperty()::get, one -> !frames(one).contains("payments"));

    assertThat(frames(byApplication)).contains("shop", "platform", "reporting");
  }

  @Test
  void aTeamIsFoldedAndToldOfAsANamespaceIs() {
    onFx(() -> model.groupBy(GroupBy.TEAM));
    await(model.pictureProperty()::get, one -> frames(one).contains("payments"));

    onFx(() -> model.foldAround(new MapSubject.InCluster(MapDesk.PAYMENT)));
    var folded = await(model.pictureProperty()::get, one -> names(one).contains("payments"));
    var told = await(model.inspectionProperty()::get, Inspection.Group.class::isInstance);

    assertThat(names(folded)).doesNotContain("payment", "payment-db").contains("order");
    assertThat(((Inspection.Group) told).services()).isEqualTo(2);
    assertThat(((Inspection.Group) told).troubles())
        .singleElement()
        .satisfies(link -> assertThat(link.subject().label()).isEqualTo("payment"));
  }

  private static Set<String> frames(MapPicture picture) {
    return picture.scene().groups().stream()
        .map(frame -> frame.id().name())
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void aMapOfWhichEverythingIsHiddenSaysSo() {
    onFx(() -> model.filterNodes(NodeFilter.ALL.with(MapDesk.PAYMENT.cluster(), false)));

    var picture = await(model.pictureProperty()::get, one -> names(one).isEmpty());

    assertThat(picture.situation()).isEqualTo(new Situation.FilteredOut(false));
    assertThat(picture.headline()).as("what fails is said all the same").isPresent();
    onFx(() -> model.filterNodes(NodeFilter.ALL));
    await(model.pictureProperty()::get, one -> names(one).size() == 14);
  }

  @Test
  void wellMeansThatNothingIsLeft() {
    onFx(() -> model.namespacesProperty().set(Set.of("reporting")));
    onFx(() -> model.filterNodes(NodeFilter.ALL.withTroubles(true)));

    var picture = await(model.pictureProperty()::get, one -> names(one).isEmpty());

    assertThat(picture.situation()).isEqualTo(new Situation.FilteredOut(true));
  }

  @Test
  void oneHopShowsNeighboursOnBothSides() {
    select("payment");
    onFx(() -> model.focus(MapFocus.ONE_HOP));

    var picture = await(model.pictureProperty()::get, one -> names(one).size() < 8);

    assertThat(names(picture))
        .containsExactlyInAnyOrder("payment", "order", "payment-db", "broker");
  }

  @ParameterizedTest
  @CsvSource({"ONE_HOP, 2", "TWO_HOPS, 4", "THREE_HOPS, 7"})
  void eachHopMoreShowsMore(MapFocus hops, int nodes) {
    onFx(() -> model.currentProperty().set(Optional.of(store("payment-db"))));
    onFx(() -> model.focus(hops));

    await(model.pictureProperty()::get, one -> names(one).size() == nodes);
  }

  private static MapSubject store(String name) {
    return new MapSubject.InCluster(MapDesk.PAYMENT.sibling(Kind.STATEFUL_SET, name));
  }

  @Test
  void arrowsToStoresCanBeHidden() {
    int before = picture().scene().edges().size();
    onFx(() -> model.filterEdges(EdgeFilter.AT_FIRST.with(EdgeClass.STORE, false)));

    var picture = await(model.pictureProperty()::get, one -> one.scene().edges().size() < before);

    assertThat(picture.scene().edges())
        .noneMatch(edge -> edge.dependency().edgeClass() == EdgeClass.STORE)
        .isNotEmpty();
    assertThat(names(picture)).contains("payment-db");
  }

  @Test
  void aRefreshMovesNothing() {
    var before = picture();
    desk.clock.advance(Duration.ofMinutes(2));
    onFx(model::refresh);

    var after =
        await(
            model.pictureProperty()::get,
            one -> !age(one, "payment").equals(age(before, "payment")));

    assertThat(after.layout()).isEqualTo(before.layout());
    assertThat(after.scene().nodes().stream().map(MapNode::box))
        .isEqualTo(before.scene().nodes().stream().map(MapNode::box).toList());
  }

  @Test
  void theServiceSelectedInTheTableIsInspected() {
    onFx(() -> model.selectedProperty().set(Optional.of(MapDesk.PAYMENT)));

    var inspection = await(model.inspectionProperty()::get, Selected.class::isInstance);

    var selected = (Selected) inspection;
    assertThat(selected.status()).isEqualTo(Status.FAILING);
    assertThat(selected.reasons()).contains("0 of 2 pods ready");
    var version = selected.version().orElseThrow();
    assertThat(version.now()).isEqualTo("1.5.0");
    assertThat(version.before()).isEqualTo("1.4.2");
    assertThat(version.by()).contains("PAY-381");
    assertThat(((Changes.Fields) selected.changes()).fields())
        .contains(new Field("image", imagePath(selected), "1.4.2", "1.5.0"))
        .anyMatch(field -> field.name().equals("env DB_POOL") && field.before().isEmpty());
    assertThat(selected.neededBy())
        .singleElement()
        .satisfies(link -> assertThat(link.words()).isEqualTo("declared, env PAYMENT_URL"));
  }

  @Test
  void withNothingSelectedTheInspectorListsWhoIsNotWell() {
    var overview =
        (Overview)
            await(
                model.inspectionProperty()::get,
                one -> one instanceof Overview all && all.services() > 0);

    assertThat(overview.troubles().stream().map(one -> one.subject().label()))
        .containsExactly("order", "payment", "gateway");
  }

  @Test
  void aHostOutsideCanBeSelectedThoughItIsNoService() {
    var outside = new MapSubject.Outside(MapDesk.PAYMENT.cluster(), "api.bank.example");
    select("payment");

    onFx(() -> model.currentProperty().set(Optional.of(outside)));

    assertThat(model.selectedProperty().get()).isEmpty();
    assertThat(model.currentProperty().get()).contains(outside);
  }

  @Test
  void withoutAClusterTheMapSaysSo() {
    onFx(() -> desk.feed.unlink(MapDesk.PAYMENT.cluster()));

    var picture = await(model.pictureProperty()::get, one -> one.scene().isEmpty());

    assertThat(picture.situation()).isEqualTo(new Situation.NothingLinked());
  }

  private void select(String name) {
    onFx(() -> model.selectedProperty().set(Optional.of(MapDesk.deployment(name))));
  }

  private static String imagePath(Selected selected) {
    return ((Changes.Fields) selected.changes())
        .fields().stream()
            .filter(field -> field.name().equals("image"))
            .findFirst()
            .orElseThrow()
            .path();
  }

  private static Optional<Duration> age(MapPicture picture, String name) {
    return picture
        .scene()
        .find(new MapSubject.InCluster(MapDesk.deployment(name)))
        .orElseThrow()
        .facts()
        .changed();
  }

  private static Set<String> names(MapPicture picture) {
    return picture.scene().nodes().stream()
        .map(MapNode::label)
        .collect(java.util.stream.Collectors.toSet());
  }
}
