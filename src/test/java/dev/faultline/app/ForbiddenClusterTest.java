package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import dev.faultline.testkit.FixedSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be read is said, and what may be is shown. */
class ForbiddenClusterTest {

  private static final String REASON = "User \"kim\" cannot list resource \"deployments\"";

  @TempDir Path folder;
  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void aClusterOfWhichNothingMayBeReadSaysWhy() throws Exception {
    var nothing = ClusterState.empty(DemoCluster.ID, clock.instant());
    var linked = linked(forbidding(nothing, Kind.DEPLOYMENT, Kind.STATEFUL_SET));

    try (var window = OpenWindow.on(folder, clock, linked)) {
      window.press("#open-demo");

      window.until("the map says so", () -> window.says("Workloads may not be read"));
      assertThat(window.says(REASON)).isTrue();
      window.until("the status bar counts", () -> window.says("2 kinds may not be read"));
      window.press("#go-services");
      window.until("there is no service", () -> window.says("0 services"));
      assertThat(window.failures).isEmpty();
    }
  }

  @Test
  void whoMayNotReadASingleKindSeesAllTheRest() throws Exception {
    try (var demo = DemoCluster.incident(clock)) {
      var linked = linked(forbidding(demo.source().state(), Kind.CONFIG_MAP));

      try (var window = OpenWindow.on(folder, clock, linked)) {
        window.press("#open-demo");

        window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
        window.until("the status bar counts", () -> window.says("1 kind may not be read"));
        assertThat(window.failures).isEmpty();
      }
    }
  }

  private static LinkedCluster linked(ClusterState state) {
    return new LinkedCluster(
        new FixedSource(state), new NoActions("a test"), new Safety(false, false, true));
  }

  private static ClusterState forbidding(ClusterState state, Kind... kinds) {
    List<StateChange> changes =
        Arrays.stream(kinds)
            .<StateChange>map(kind -> new StateChange.Covered(kind, new Coverage.Forbidden(REASON)))
            .toList();
    return state.apply(state.at(), changes);
  }
}
