package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadingTest {

  private static final Instant NOW = Instant.parse("2026-05-12T03:15:00Z");

  private final ClusterState complete = shop();
  private final ClusterState loading = with(complete, Kind.POD, new Coverage.Loading());
  private final ClusterState empty =
      with(ClusterState.empty(complete.cluster(), NOW), Kind.POD, new Coverage.Loading());
  private final Loading pictures = new Loading(empty);

  @Test
  void untilThereAreServicesEveryStateIsShownAsItComes() {
    assertThat(pictures.settle(empty)).isSameAs(empty);
    assertThat(pictures.settle(empty)).isSameAs(empty);
    assertThat(pictures.settle(loading)).isSameAs(loading);
  }

  @Test
  void afterTheFirstServicesTheCompleteStateIsWaitedFor() throws Exception {
    pictures.settle(loading);
    pictures.newer(loading);

    var settled = CompletableFuture.supplyAsync(() -> pictures.settle(loading));
    pictures.newer(complete);

    assertThat(settled.get(10, TimeUnit.SECONDS)).isSameAs(complete);
  }

  @Test
  void whereNothingMoreComesTheNewestIsShownAllTheSame() {
    var newer = with(loading, Kind.JOB, new Coverage.Loading());
    pictures.settle(loading);
    pictures.newer(newer);

    assertThat(pictures.settle(loading)).isSameAs(newer);
  }

  @Test
  void eventsAreNotWaitedFor() {
    var withoutEvents = with(complete, Kind.EVENT, new Coverage.Loading());
    pictures.settle(loading);

    assertThat(pictures.settle(withoutEvents)).isSameAs(withoutEvents);
  }

  @Test
  void dependenciesWaitForTheWholeButNotForEver() {
    assertThat(pictures.isHasty(loading)).isTrue();
    assertThat(pictures.isHasty(complete)).isFalse();
    assertThat(new Loading(empty, Duration.ZERO).isHasty(loading)).isFalse();
  }

  private static ClusterState shop() {
    try (var demo = DemoCluster.incident(DemoClock.standingAt(NOW))) {
      return demo.linked().source().state();
    }
  }

  private static ClusterState with(ClusterState state, Kind kind, Coverage coverage) {
    return state.apply(NOW, List.of(new StateChange.Covered(kind, coverage)));
  }
}
