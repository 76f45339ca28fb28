package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of a change is what would be made of the whole, at the cost of the change. */
class NextGraphTest {

  private static final int STEPS = 60;
  private static final List<Kind> KINDS =
      List.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.CRON_JOB,
          Kind.SCALED_JOB,
          Kind.JOB,
          Kind.SERVICE,
          Kind.CONFIG_MAP,
          Kind.SECRET,
          Kind.NETWORK_POLICY,
          new Kind("kafka.strimzi.io", "Kafka"));

  static List<Path> folders() throws IOException {
    return KnownFoldersTest.folders();
  }

  /** Objects go and come back, as they do, in an order that a seed decides. */
  @ParameterizedTest
  @MethodSource("folders")
  void objectsGoAndComeBackAndTheGraphIsThatOfTheWhole(Path folder) throws IOException {
    try (var source = ManifestFolder.read(folder.resolve("manifests"), Clock.systemUTC())) {
      var all = KINDS.stream().flatMap(kind -> objects(source.state(), kind)).toList();
      var random = new Random(folder.getFileName().toString().hashCode());
      var state = source.state();
      var graph = DependencyGraph.of(state);
      for (int step = 0; step < STEPS; step++) {
        var changes = new ArrayList<StateChange>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
          var object = all.get(random.nextInt(all.size()));
          changes.add(
              state.find(object.ref()).isPresent()
                  ? new StateChange.Removed(object.ref())
                  : new StateChange.Put(object));
        }
        state = state.apply(Instant.EPOCH, changes);
        graph = graph.next(state);

        assertThat(graph.dependencies()).isEqualTo(DependencyGraph.of(state).dependencies());
      }
    }
  }

  @Test
  void anotherEnvironmentCostsOneCaller() {
    var before = state(SHOP);
    var after = put(before, order("http://stock"));

    var edges = DeclaredEdges.of(before).next(after);

    assertThat(edges.madeAnew()).isEqualTo(1);
    assertThat(edges.dependencies())
        .extracting(edge -> edge.caller().name() + " " + edge.callee().path())
        .containsExactly("order shop/stock", "web shop/payment");
  }

  @Test
  void anotherVersionCostsNothingToTheOthers() {
    var before = state(SHOP);
    var after = put(before, deployment("payment").replace("payment:1", "payment:2"));

    assertThat(DeclaredEdges.of(before).next(after).madeAnew()).isZero();
  }

  @Test
  void anotherVersionOfAScaledJobCostsNothingToTheOthers() {
    var before = state(SHOP, scaledJob("1", "Q:9090"));

    var version = DeclaredEdges.of(before).next(put(before, scaledJob("2", "Q:9090")));
    var metrics = DeclaredEdges.of(before).next(put(before, scaledJob("1", "R:9090")));

    assertThat(version.madeAnew()).isZero();
    assertThat(metrics.madeAnew()).as("others are asked for its metrics").isEqualTo(5);
  }

  private static String scaledJob(String version, String metrics) {
    return """
    apiVersion: keda.sh/v1alpha1
    kind: ScaledJob
    metadata: {name: invoices, namespace: shop}
    spec:
      jobTargetRef: {template: {spec: {containers: [{name: main, image: 'invoices:%s'}]}}}
      triggers: [{type: prometheus, metadata: {serverAddress: 'http://%s'}}]
    """
        .formatted(version, metrics);
  }

  @Test
  void anotherCommandLineOfAProxyMayServeOtherRoutes() {
    var route =
        "{apiVersion: traefik.io/v1alpha1, kind: IngressRoute, metadata: {name: web, namespace:"
            + " shop}, spec: {routes: [{services: [{name: payment, port: 80}]}]}}\n";
    var before = state(SHOP, route, traefik("inside"));

    var edges = DeclaredEdges.of(before);
    var next = edges.next(put(before, traefik("")));

    assertThat(edges.dependencies()).noneMatch(edge -> edge.caller().name().equals("front"));
    assertThat(next.dependencies()).anyMatch(edge -> edge.caller().name().equals("front"));
  }

  private static String traefik(String className) {
    return deployment(
            "front", "  args: ['--providers.kubernetescrd.ingressclass=" + className + "']")
        .replace("example.org/front:1", "traefik:v3.4");
  }

  @Test
  void anotherVariableMayNameAComponentOfDapr() {
    var component =
        "{apiVersion: dapr.io/v1alpha1, kind: Component, metadata: {name: state, namespace: shop},"
            + " spec: {metadata: [{name: redisHost, value: 'stock:80'}]}}\n";
    var before = state(SHOP, component, courier("x", ""), courier("y", ""), courier("z", ""));

    var next = DependencyGraph.of(before).next(put(before, courier("x", "state")));

    assertThat(next.drawnAtFirst()).anyMatch(edge -> edge.caller().name().equals("x"));
    assertThat(next.drawnAtFirst()).noneMatch(edge -> edge.caller().name().equals("y"));
  }

  private static String courier(String name, String store) {
    return deployment(name, "  env: [{name: STORE, value: '" + store + "'}]")
        .replace("labels: {", "annotations: {dapr.io/enabled: 'true'}, labels: {");
  }

  @Test
  void anotherTextOfAConfigurationCostsItsReaders() {
    var before = state(SHOP);
    var after = put(before, config("http://stock"));

    var edges = DeclaredEdges.of(before).next(after);

    assertThat(edges.madeAnew()).isEqualTo(1);
    assertThat(edges.dependencies())
        .extracting(edge -> edge.caller().name() + " " + edge.callee().path())
        .containsExactly("order shop/payment", "web shop/stock");
  }

  @Test
  void anotherServiceMayBeMeantByEverybody() {
    var before = state(SHOP);
    var after = put(before, service("payment", "stock", 80));

    var edges = DeclaredEdges.of(before).next(after);

    assertThat(edges.madeAnew()).isEqualTo(4);
    assertThat(edges.dependencies())
        .extracting(edge -> edge.caller().name() + " " + edge.callee().path())
        .containsExactly("order shop/stock", "web shop/stock");
  }

  private static final String SHOP =
      String.join(
          "---\n",
          order("http://payment"),
          deployment("web", "  envFrom: [{configMapRef: {name: web}}]"),
          config("http://payment"),
          deployment("payment"),
          service("payment", 80),
          deployment("stock"),
          service("stock", 80));

  private static String order(String url) {
    return deployment("order", "  env: [{name: NEXT_URL, value: '" + url + "'}]");
  }

  private static String config(String url) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: shop}, data: {URL: '"
        + url
        + "'}}\n";
  }

  private static ClusterState put(ClusterState state, String yaml) {
    var changes =
        KINDS.stream()
            .flatMap(kind -> objects(state(yaml), kind))
            .map(object -> (StateChange) new StateChange.Put(object))
            .toList();
    return state.apply(Instant.EPOCH, changes);
  }

  private static Stream<ClusterObject> objects(ClusterState state, Kind kind) {
    return state.all(kind, ClusterObject.class);
  }
}
