package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.text.Messages;
import dev.faultline.ui.map.Inspection.Group;
import dev.faultline.ui.map.Inspection.Selected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the customers come in is seen on the map, with what lets them in. */
class EntryPointTest extends MapOffScreen {

  private static final Words WORDS = new Words(new Messages(Locale.ENGLISH));

  @BeforeEach
  void theShop() {
    open(new MapDesk(fx, folder));
  }

  @Test
  void onlyWhatCallsFromOutsideComeToIsMarked() {
    var picture = picture();

    assertThat(picture.scene().nodes())
        .filteredOn(node -> node.facts().entry())
        .extracting(MapNode::label)
        .containsExactly("gateway");
    assertThat(picture.scene().hasEntries()).isTrue();
    assertThat(WORDS.node(node(picture, "gateway")))
        .contains("entry point: calls from outside come here");
    assertThat(WORDS.node(node(picture, "payment"))).doesNotContain("entry point");
  }

  @Test
  void theInspectorNamesTheRuleThatLetsThemIn() {
    assertThat(entries("gateway")).containsExactly("Ingress shop/shop, rule shop.example /");
    assertThat(entries("payment")).isEmpty();
  }

  @Test
  void aRuleThatComesMarksItsServiceAndMovesNobody() {
    var before = picture();

    apply(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: hooks, namespace: shop}
        spec:
          defaultBackend: {service: {name: order, port: {number: 8080}}}
          rules:
            - http:
                paths:
                  - {path: /hooks, pathType: Prefix, backend: {service: {name: order, port: {number: 8080}}}}
        """);
    var after = await(model.pictureProperty()::get, one -> node(one, "order").facts().entry());

    assertThat(boxes(after)).isEqualTo(boxes(before));
    assertThat(after.layout()).isEqualTo(before.layout());
    assertThat(entries("order"))
        .containsExactlyInAnyOrder(
            "Ingress shop/hooks, spec.defaultBackend", "Ingress shop/hooks, rule * /hooks");
  }

  @Test
  void aLoadBalancerOfItsOwnMarksItsService() {
    apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: shop}
        spec: {type: LoadBalancer, selector: {app.kubernetes.io/name: order}, ports: [{port: 443}]}
        """);
    await(model.pictureProperty()::get, one -> node(one, "order").facts().entry());

    assertThat(entries("order"))
        .containsExactly("Service shop/orders of type LoadBalancer, port 443");
  }

  /** Red when the mark is for whatever is called by others than workloads. */
  @Test
  void whatTheApiServerAsksIsToldAndNotMarked() {
    apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: orders}
        webhooks:
          - name: orders.shop.example
            clientConfig: {service: {namespace: shop, name: order, path: /check}}
        """);
    select("order");
    var told =
        await(
            model.inspectionProperty()::get,
            one -> one instanceof Selected order && !order.entries().inside().isEmpty());

    assertThat(((Selected) told).entries().inside())
        .containsExactly("ValidatingWebhookConfiguration orders, webhooks[0].clientConfig.service");
    assertThat(((Selected) told).entries().outside()).isEmpty();
    var order = MapDesk.deployment("order");
    var after =
        await(
            model.pictureProperty()::get,
            one ->
                one.workspace()
                    .cluster(order.cluster())
                    .filter(cluster -> !cluster.graph().entriesTo(order).isEmpty())
                    .isPresent());
    assertThat(after.scene().nodes())
        .filteredOn(node -> node.facts().entry())
        .extracting(MapNode::label)
        .containsExactly("gateway");
  }

  /** Red when those of other groups are listed as well, or what the API server asks. */
  @Test
  void theInspectorOfAGroupListsItsEntries() {
    apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: payments}
        webhooks:
          - name: payments.shop.example
            clientConfig: {service: {namespace: shop, name: payment}}
        """);
    apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: shop}
        spec:
          type: NodePort
          selector: {app.kubernetes.io/name: order}
          ports: [{port: 80, nodePort: 30080}]
        """);
    onFx(() -> model.fold(Folds.all(true)));
    await(model.pictureProperty()::get, one -> !one.grouping().folded().isEmpty());

    assertThat(entriesOfGroup("shop", 2)).containsExactly("gateway", "order");
    assertThat(entriesOfGroup("reporting", 0)).isEmpty();
  }

  private List<String> entriesOfGroup(String namespace, int many) {
    var group = GroupId.namespace(MapDesk.PAYMENT.cluster(), namespace);
    var subject = new MapSubject.Folded(group);
    onFx(() -> model.currentProperty().set(Optional.of(subject)));
    var told =
        await(
            model.inspectionProperty()::get,
            one ->
                one instanceof Group whole
                    && whole.group().equals(group)
                    && whole.entries().size() >= many);
    return ((Group) told).entries();
  }

  @Test
  void aFoldedGroupIsMarkedIfOneOfItsServicesIs() {
    onFx(() -> model.fold(Folds.all(true)));
    var picture = await(model.pictureProperty()::get, one -> !one.grouping().folded().isEmpty());

    assertThat(picture.scene().nodes())
        .filteredOn(node -> node.facts().entry())
        .extracting(MapNode::label)
        .containsExactly("shop");
  }

  private void apply(String yaml) {
    desk.demo.apply(new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst()), "kim");
  }

  private List<String> entries(String name) {
    var subject = select(name);
    var told =
        await(
            model.inspectionProperty()::get,
            one -> one instanceof Selected selected && selected.subject().equals(subject));
    return ((Selected) told).entries().outside();
  }

  private MapSubject select(String name) {
    var subject = new MapSubject.InCluster(MapDesk.deployment(name));
    onFx(() -> model.currentProperty().set(Optional.of(subject)));
    return subject;
  }

  private static Map<MapSubject, Box> boxes(MapPicture picture) {
    return picture.scene().nodes().stream()
        .collect(Collectors.toMap(MapNode::subject, MapNode::box));
  }

  private static MapNode node(MapPicture picture, String name) {
    return picture.scene().find(new MapSubject.InCluster(MapDesk.deployment(name))).orElseThrow();
  }
}
