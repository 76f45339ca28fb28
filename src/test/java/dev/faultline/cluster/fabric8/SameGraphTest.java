package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.WriteResult;
import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.testkit.RandomApplication;
import dev.faultline.testkit.States;
import dev.faultline.workspace.KindSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same manifests make the same graph, wherever they are read from: a cluster, a folder, the
 * demo. Of every edge the class, the strength, how it is known and each piece of evidence.
 */
@OnRealCluster
class SameGraphTest {

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
    var demo = edges(demo(documents));

    assertThat(files).as("edges of seed %d", seed).hasSizeGreaterThan(RandomApplication.SERVICES);
    assertThat(live).as("live, seed %d", seed).isEqualTo(files);
    assertThat(demo).as("demo, seed %d", seed).isEqualTo(files);
  }

  private ClusterState live() throws InterruptedException {
    return rig.snapshot(RealCluster.ADMINISTRATOR, new Scope.Within(namespaces), KindSets.GRAPH)
        .source()
        .state();
  }

  private static ClusterState demo(List<String> documents) {
    var clock = DemoClock.standingAt(States.NOW);
    try (var demo = DemoCluster.empty(clock)) {
      for (String document : documents) {
        for (var manifest : States.manifests(document)) {
          assertThat(demo.apply(manifest, "kubectl")).isInstanceOf(WriteResult.Accepted.class);
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
