package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.testkit.RandomApplication;
import dev.faultline.testkit.RandomRoutes;
import dev.faultline.testkit.States;
import dev.faultline.workspace.KindSets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same manifests make the same graph, wherever they are read from: a cluster, a folder, the
 * demo. Of every edge the class, the strength, how it is known and each piece of evidence.
 */
@OnRealCluster
class SameGraphTest {

  private static final String PLANTED = "hush-hush-4711";
  private static final String ENCODED =
      Base64.getEncoder()
          .encodeToString(
              ("postgres://app:" + PLANTED + "@db:5432/orders").getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final RealCluster cluster;
  private final LiveRig rig;
  private List<String> namespaces = List.of();

  SameGraphTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  /** Other ones in each run; the name of a failed test says which. */
  static List<Long> seeds() {
    long first = System.currentTimeMillis();
    return List.of(first, first + 1, first + 2, first + 3, 4L, 5L);
  }

  @BeforeEach
  void namespaces() {
    namespaces = List.of(cluster.newNamespace(), cluster.newNamespace());
  }

  @AfterEach
  void end() {
    rig.close();
    namespaces.forEach(cluster::deleteNamespace);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofLiveFolderAndDemo(long seed) throws Exception {
    var documents = RandomApplication.documents(seed, namespaces);
    Files.writeString(folder.resolve("application.yaml"), String.join("---\n", documents));
    cluster.kubectl("apply", "-f", folder.toString()).orFail();

    var files = edges(ManifestFolder.read(folder, Clock.systemUTC()).state());
    var live = edges(live());
    var withSecrets = edges(live(true));
    var demo = edges(demo(documents));

    assertThat(files).as("edges of seed %d", seed).isNotEmpty();
    assertThat(live).as("live, seed %d", seed).isEqualTo(files);
    assertThat(withSecrets).as("with Secrets, seed %d", seed).isEqualTo(files);
    assertThat(demo).as("demo, seed %d", seed).isEqualTo(files);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofKindsThatAClusterMayLack(long seed) throws Exception {
    var definitions = Files.createDirectory(folder.resolve("definitions"));
    Files.writeString(
        definitions.resolve("all.yaml"), String.join("---\n", RandomRoutes.definitions()));
    cluster.kubectl("apply", "-f", definitions.toString()).orFail();
    try {
      cluster
          .kubectl(
              "wait", "--for=condition=Established", "--timeout=60s", "-f", definitions.toString())
          .orFail();
      var documents = new ArrayList<>(RandomApplication.documents(seed, namespaces));
      documents.addAll(RandomRoutes.documents(seed, namespaces));
      var objects = Files.createDirectory(folder.resolve("objects"));
      Files.writeString(objects.resolve("all.yaml"), String.join("---\n", documents));
      cluster.kubectl("apply", "-f", objects.toString()).orFail();

      var files = edges(ManifestFolder.read(objects, Clock.systemUTC()).state());

      assertThat(files).as("callers").anyMatch(edge -> edge.startsWith("ScaledJob "));
      assertThat(edges(live())).as("live, seed %d", seed).containsExactlyElementsOf(files);
      assertThat(edges(demo(documents))).as("demo, seed %d", seed).containsExactlyElementsOf(files);
      assertThat(files.toString()).doesNotContain("planted");
    } finally {
      var names = new ArrayList<>(List.of("delete", "crd", "--ignore-not-found"));
      names.addAll(RandomRoutes.definitionNames());
      cluster.kubectl(names.toArray(String[]::new)).succeeded();
    }
  }

  /** Where Secrets may be read, what only a value names is an edge too. The value shows nowhere. */
  @Test
  void ofWhatOnlyTheValueOfASecretNames() throws Exception {
    var documents = secret(namespaces.getFirst());
    Files.writeString(folder.resolve("shop.yaml"), String.join("---\n", documents));
    cluster.kubectl("apply", "-f", folder.toString()).orFail();

    var states =
        List.of(
            ManifestFolder.read(folder, Clock.systemUTC()).state(),
            live(true),
            demo(documents),
            live());

    assertThat(edges(states.getFirst()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("orders -> ", "/db STORE", "secret");
    assertThat(edges(states.get(1))).as("live").isEqualTo(edges(states.getFirst()));
    assertThat(edges(states.get(2))).as("demo").isEqualTo(edges(states.getFirst()));
    assertThat(edges(states.get(3))).as("live, unless it is asked for").isEmpty();
    assertThat(states)
        .allSatisfy(
            state -> assertThat(said(state)).doesNotContain(PLANTED).doesNotContain(ENCODED));
  }

  /** All that is known of configuration, and of what it comes to. */
  private static String said(ClusterState state) {
    return state
            .all(Kind.SECRET, Configuration.class)
            .map(secret -> secret + secret.manifest().map(one -> one.read().toString()).orElse(""))
            .toList()
            .toString()
        + edges(state);
  }

  private static List<String> secret(String namespace) {
    return List.of(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: orders, namespace: %s}
        data: {DATABASE_URL: %s}
        """
            .formatted(namespace, ENCODED),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders, namespace: %s}
        spec:
          selector: {matchLabels: {app: orders}}
          template:
            metadata: {labels: {app: orders}}
            spec: {containers: [{name: main, image: 'example.org/orders:1', envFrom: [{secretRef: {name: orders}}]}]}
        """
            .formatted(namespace),
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: %s}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: 'postgres:17'}]}
        """
            .formatted(namespace),
        """
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: %s}
        spec: {selector: {app: db}, ports: [{port: 5432}]}
        """
            .formatted(namespace));
  }

  private ClusterState live() throws InterruptedException {
    return live(false);
  }

  private ClusterState live(boolean secrets) throws InterruptedException {
    var scope = new Scope.Within(namespaces);
    var linked =
        secrets
            ? rig.withSecrets(
                RealCluster.ADMINISTRATOR, scope, KindSets.GRAPH, LinkRequest.Mode.SNAPSHOT)
            : rig.snapshot(RealCluster.ADMINISTRATOR, scope, KindSets.GRAPH);
    return linked.source().state();
  }

  private static ClusterState demo(List<String> documents) {
    var clock = DemoClock.standingAt(States.NOW);
    try (var demo = DemoCluster.empty(clock)) {
      for (String document : documents) {
        for (var tree : YamlCodec.readAll(document)) {
          var applied = demo.apply(new Manifest((JsonObject) tree), "kubectl");
          assertThat(applied).isInstanceOf(WriteResult.Accepted.class);
        }
      }
      clock.advance(Duration.ofMinutes(1));
      return demo.source().state();
    }
  }

  private static Set<String> edges(ClusterState state) {
    return DependencyGraph.of(state).dependencies().stream()
        .map(SameGraphTest::words)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String words(Dependency edge) {
    return String.join(
        " ",
        edge.caller().describe(),
        "->",
        edge.callee().path(),
        edge.edgeClass().name(),
        edge.provenance().name(),
        edge.strength().name(),
        edge.evidence().stream().map(SameGraphTest::words).sorted().toList().toString());
  }

  private static String words(Evidence evidence) {
    return evidence.describe()
        + evidence.container().map(name -> " of " + name).orElse("")
        + " "
        + evidence.strength()
        + evidence.doubt().map(doubt -> " because " + doubt).orElse("");
  }
}
