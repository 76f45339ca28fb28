package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications in as many styles, full of names that are no dependency, with the true edges beside,
 * which were written down before the program was run on them. Seen red by letting through one trap
 * at a time: with {@code Switches} taken out, spring-library and kafka-orders fail; with {@code
 * SharedConfiguration}, nginx-forum; with the Helm test rule, helm-media.
 */
class KnownFoldersTest {

  private static final Path ALL = Path.of("src/test/resources/graph");

  static List<Path> folders() throws IOException {
    try (var found = Files.list(ALL)) {
      return found.filter(folder -> Files.exists(folder.resolve("edges.csv"))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void whatCanBeSeenIsFoundAndNoTrapIsSprung(Path folder) throws IOException {
    var score = GraphScore.of(folder);

    assertAll(
        () -> assertThat(score.sprung()).isEmpty(),
        () -> assertThat(score.strictPrecision()).as("%s", score.wrong()).isGreaterThan(0.95),
        () -> assertThat(score.lenientPrecision()).as("%s", score.wrong()).isEqualTo(1),
        () -> assertThat(score.visibleRecall()).as("%s", score.missed()).isGreaterThan(0.95));
  }

  @Test
  void onAverageItIsBetterThanWhatIsAskedOfIt() throws IOException {
    var scores = new ArrayList<GraphScore>();
    for (Path folder : folders()) {
      scores.add(GraphScore.of(folder));
    }

    assertThat(scores).hasSizeGreaterThan(12);
    assertThat(GraphScore.average(scores, GraphScore::strictPrecision)).isGreaterThan(0.98);
    assertThat(GraphScore.average(scores, GraphScore::visibleRecall)).isGreaterThan(0.98);
  }

  /** The measure itself: an invented edge costs precision, a missing one recall. */
  @ParameterizedTest
  @ValueSource(strings = "kafka-orders")
  void theMeasureSeesWhatIsWrongAndWhatIsMissed(String name) throws IOException {
    var csv = "caller,callee\nshop/orders,shop/inventory\nshop/inventory,shop/ledger\n";

    var score = GraphScore.of(ALL.resolve(name), csv);

    assertThat(score.wrong()).containsExactly("shop/inventory -> shop/ledger");
    assertThat(score.missed()).hasSize(10);
    assertThat(score.strictPrecision()).isEqualTo(0.5);
  }

  @Test
  void theMeasureSeesWhichTrapWasSprung() throws IOException {
    var csv = "caller,callee\nretail/apigateway,retail/locations-api\n";

    var score = GraphScore.of(ALL.resolve("dotnet-retail"), csv);

    assertThat(score.sprung()).containsExactly("retail/apigateway -> retail/locations-api");
  }
}
