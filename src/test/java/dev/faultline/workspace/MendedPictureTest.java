package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.Kind;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say of edges reaches whoever looks, at once and as long as it holds. */
class MendedPictureTest {

  private static final Mending NOT_SO =
      new Mending(Verdict.NOT_SO, "shop/order", "shop/payment", Optional.empty(), "not any more");

  private final DemoCluster demo =
      DemoCluster.incident(DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z")));
  private final AtomicReference<List<Mending>> said = new AtomicReference<>(List.of());
  private final WorkspaceFeed feed =
      new WorkspaceFeed(
          (what, cause) -> {
            throw new AssertionError(what, cause);
          },
          TrafficFollower.NONE,
          id -> said.get());

  @BeforeEach
  void link() {
    feed.link(demo.linked());
    until(graph -> edge(graph).filter(DependencyGraph::isDrawnAtFirst).isPresent());
  }

  @AfterEach
  void close() {
    feed.close();
    demo.close();
  }

  @Test
  void aMendedEdgeIsHeededAtOnceAndAfterEachChange() {
    said.set(List.of(NOT_SO));
    feed.mended();
    until(graph -> edge(graph).filter(one -> !DependencyGraph.isDrawnAtFirst(one)).isPresent());
    var before = picture().state();

    demo.remove(DemoShop.CULPRIT.sibling(Kind.DEPLOYMENT, "user"));
    until(graph -> picture().state() != before);

    assertThat(edge(picture().graph()).orElseThrow().mending()).contains(NOT_SO);
  }

  @Test
  void takenBackItIsAsItWasFound() {
    var found = edge(picture().graph());
    said.set(List.of(NOT_SO));
    feed.mended();
    until(graph -> edge(graph).flatMap(Dependency::mending).isPresent());

    said.set(List.of());
    feed.mended();
    until(graph -> edge(graph).flatMap(Dependency::mending).isEmpty());

    assertThat(edge(picture().graph())).isEqualTo(found);
  }

  private ClusterPicture picture() {
    return feed.workspace().cluster(DemoShop.CULPRIT.cluster()).orElseThrow();
  }

  private static Optional<Dependency> edge(DependencyGraph graph) {
    return graph.dependencies().stream().filter(NOT_SO::isOf).findFirst();
  }

  private void until(Predicate<DependencyGraph> condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (feed.workspace().cluster(DemoShop.CULPRIT.cluster()).isEmpty()
        || !condition.test(picture().graph())) {
      assertThat(System.nanoTime()).as("not within 30 s").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
