package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Objects that speak of connections between others, one file a sort or a trap. Each file begins
 * with what it must come to: {@code #= caller -> callee class provenance strength} for an edge,
 * {@code #> workload evidence} for what is called from outside, or {@code #> workload (API server)
 * evidence}. Nothing else may come of it. Seen red with each reader taken out of the list, and with
 * each rule of an opener that a trap is for.
 */
class RoutingTest {

  private static final Path ALL = Path.of("src/test/resources/routing");

  static List<Path> files() throws IOException {
    try (var found = Files.list(ALL)) {
      return found.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void itComesToWhatItsFirstLinesSay(Path file) throws IOException {
    var yaml = Files.readString(file);

    assertAll(
        () ->
            assertThat(Manifests.edges(yaml))
                .containsExactlyInAnyOrderElementsOf(said(yaml, "#= ")),
        () -> assertThat(entries(yaml)).containsExactlyInAnyOrderElementsOf(said(yaml, "#> ")));
  }

  @Test
  void aHostThatIsRoutedToItselfIsNoFurtherEvidence() throws IOException {
    var state = Manifests.state(Files.readString(ALL.resolve("istio-routed-to-itself.yaml")));

    assertThat(DependencyGraph.of(state).dependencies())
        .flatExtracting(edge -> edge.evidence())
        .extracting(evidence -> evidence.reader())
        .containsExactly("env");
  }

  /** Pods apart, whose coming and going the endpoints themselves tell. */
  @ParameterizedTest
  @MethodSource("files")
  void objectsGoAndComeBackAndTheGraphIsThatOfTheWhole(Path file) throws IOException {
    var state = Manifests.state(Files.readString(file));
    var graph = DependencyGraph.of(state);
    for (ClusterObject object : state.all().filter(one -> !isPod(one)).toList()) {
      for (StateChange change :
          List.of(new StateChange.Removed(object.ref()), new StateChange.Put(object))) {
        state = state.apply(Instant.EPOCH, List.of(change));
        graph = graph.next(state);

        var whole = DependencyGraph.of(state);
        assertThat(graph.dependencies()).isEqualTo(whole.dependencies());
        assertThat(graph.entriesTo(object.ref())).isEqualTo(whole.entriesTo(object.ref()));
      }
    }
  }

  private static boolean isPod(ClusterObject object) {
    return Set.of(Kind.POD, Kind.REPLICA_SET).contains(object.ref().kind());
  }

  @Test
  void eachFileSaysWhatItIsThereFor() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file)).as("%s", file).startsWith("# ");
    }
  }

  private static List<String> said(String yaml, String mark) {
    return yaml.lines().filter(line -> line.startsWith(mark)).map(l -> l.substring(3)).toList();
  }

  private static List<String> entries(String yaml) {
    var state = Manifests.state(yaml);
    var graph = DependencyGraph.of(state);
    return state.all().map(object -> object.ref()).flatMap(ref -> entries(graph, ref)).toList();
  }

  private static Stream<String> entries(DependencyGraph graph, ResourceRef ref) {
    return graph.entriesTo(ref).stream()
        .map(one -> ref.path() + " " + by(one) + one.evidence().describe());
  }

  private static String by(Entry entry) {
    return switch (entry.by()) {
      case OUTSIDE -> "";
      case API_SERVER -> "(API server) ";
      case EVENT_SOURCE -> "(events) ";
    };
  }
}
