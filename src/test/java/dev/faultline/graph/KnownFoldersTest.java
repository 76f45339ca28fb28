package dev.faultline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four small applications, each in a style of its own and full of names that are no dependency,
 * with the true edges beside. Seen red by letting through one trap at a time: with {@code Switches}
 * taken out, spring-library and kafka-orders fail; with {@code SharedConfiguration}, nginx-forum;
 * with the Helm test rule, helm-media.
 */
class KnownFoldersTest {

  @ParameterizedTest
  @ValueSource(strings = {"spring-library", "helm-media", "kafka-orders", "nginx-forum"})
  void everyEdgeThatCanBeSeenIsFoundAndNoneIsInvented(String name) throws IOException {
    var score = GraphScore.of(Path.of("src/test/resources/graph", name));

    assertThat(score.missed()).isEmpty();
    assertThat(score.wrong()).isEmpty();
    assertThat(score.visibleRecall()).isEqualTo(1.0);
    assertThat(score.strictPrecision()).isEqualTo(1.0);
  }

  /** The measure itself: an invented edge costs precision, a missing one recall. */
  @ParameterizedTest
  @ValueSource(strings = "kafka-orders")
  void theMeasureSeesWhatIsWrongAndWhatIsMissed(String name) throws IOException {
    var csv = "caller,callee\nshop/orders,shop/inventory\nshop/inventory,shop/ledger\n";

    var score = GraphScore.of(Path.of("src/test/resources/graph", name), csv);

    assertThat(score.wrong()).containsExactly("shop/inventory -> shop/ledger");
    assertThat(score.missed()).hasSize(10);
    assertThat(score.strictPrecision()).isEqualTo(0.5);
  }
}
