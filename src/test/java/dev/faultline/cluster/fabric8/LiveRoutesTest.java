package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds that a cluster may lack are read where they are, and not missed where they are not. */
@OnRealCluster
class LiveRoutesTest {

  private static final Set<Kind> KINDS = kinds();

  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: shop}
      spec: {defaultBackend: {service: {name: gateway, port: {number: 80}}}}
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: virtualservices.networking.istio.io}
      spec:
        group: networking.istio.io
        scope: Namespaced
        names: {kind: VirtualService, plural: virtualservices, singular: virtualservice}
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
      """;

  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: payment}
      spec: {hosts: [payment], http: [{route: [{destination: {host: order}}]}]}
      """;

  @TempDir Path folder;

  private final RealCluster cluster;
  private final LiveRig rig;
  private String namespace = "";

  LiveRoutesTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  private static Set<Kind> kinds() {
    var kinds = new HashSet<>(RoutingKinds.OPTIONAL);
    kinds.add(Kind.DEPLOYMENT);
    return Set.copyOf(kinds);
  }

  @BeforeEach
  void namespace() {
    namespace = cluster.newNamespace();
  }

  @AfterEach
  void end() {
    rig.close();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void anIngressIsReadAndWhatIsNotInstalledIsNotMissed() throws Exception {
    apply(INGRESS);

    var state =
        rig.snapshot(RealCluster.ADMINISTRATOR, new Scope.Everywhere(), KINDS).source().state();

    assertThat(evidence(state, RoutingKinds.INGRESS, "shop")).contains("gateway." + namespace);
    assertThat(state.coverage()).doesNotContainKey(RoutingKinds.HTTP_ROUTE);
    assertThat(state.coverage().values()).allMatch(Coverage.Live.class::isInstance);
  }

  @Test
  void whoMayNotReadRoutesIsNotToldSo() throws Exception {
    var state = rig.snapshot(RealCluster.NOBODY, new Scope.Everywhere(), KINDS).source().state();

    assertThat(state.coverage()).containsOnlyKeys(Kind.DEPLOYMENT);
  }

  @Test
  void aKindThatIsInstalledIsReadAndFollowed() throws Exception {
    apply(DEFINITION);
    try {
      cluster
          .kubectl("wait", "--for=condition=Established", "crd/virtualservices.networking.istio.io")
          .orFail();
      apply(ROUTE);
      var once =
          rig.snapshot(RealCluster.ADMINISTRATOR, new Scope.Everywhere(), KINDS).source().state();
      assertThat(evidence(once, RoutingKinds.VIRTUAL_SERVICE, "payment")).contains("order");

      var watched = rig.watch(RealCluster.ADMINISTRATOR, LiveRig.in(namespace), KINDS);
      rig.await(
          watched,
          "the route",
          state -> evidence(state, RoutingKinds.VIRTUAL_SERVICE, "payment").equals("order"));
      apply(ROUTE.replace("host: order", "host: stock"));

      rig.await(
          watched,
          "its change",
          state -> evidence(state, RoutingKinds.VIRTUAL_SERVICE, "payment").equals("stock"));
      assertThat(watched.source().state().coverage().values())
          .noneMatch(Coverage.Forbidden.class::isInstance)
          .noneMatch(Coverage.NotServed.class::isInstance);
    } finally {
      cluster.kubectl("delete", "crd", "virtualservices.networking.istio.io").succeeded();
    }
  }

  private String evidence(ClusterState state, Kind kind, String name) {
    return state
        .find(new ResourceRef(state.cluster(), kind, namespace, name), OtherObject.class)
        .flatMap(route -> route.evidence().stream().findFirst())
        .map(one -> one.names().host())
        .orElse("");
  }

  private void apply(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("object.yaml"), yaml);
    cluster.kubectl("apply", "-n", namespace, "-f", file.toString()).orFail();
  }
}
