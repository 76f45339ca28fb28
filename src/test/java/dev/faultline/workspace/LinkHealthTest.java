package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import dev.faultline.workspace.LinkHealth.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkHealthTest {

  private static final Instant NOW = Instant.parse("2026-05-12T03:15:00Z");

  @Test
  void oneKindThatIsStaleMakesTheLinkStaleSinceThen() {
    var health =
        LinkHealth.of(
            state(
                Map.of(
                    Kind.POD, new Coverage.Stale(NOW.minusSeconds(90), "refused"),
                    Kind.DEPLOYMENT, new Coverage.Stale(NOW.minusSeconds(30), "refused"),
                    Kind.SERVICE, new Coverage.Live())));

    assertThat(health.link()).isEqualTo(new Link.Stale(NOW.minusSeconds(90), "refused"));
  }

  @Test
  void whileKindsAreBeingReadItIsNotLive() {
    var health =
        LinkHealth.of(
            state(Map.of(Kind.POD, new Coverage.Loading(), Kind.SERVICE, new Coverage.Live())));

    assertThat(health.link()).isEqualTo(new Link.Loading(1, 2));
  }

  @Test
  void forbiddenKindsAreNamedAndDoNotHoldTheLinkBack() {
    var health =
        LinkHealth.of(
            state(
                Map.of(Kind.SECRET, new Coverage.Forbidden("no"), Kind.POD, new Coverage.Live())));

    assertThat(health.link()).isEqualTo(new Link.Live());
    assertThat(health.forbidden()).containsExactly(Kind.SECRET);
  }

  private static ClusterState state(Map<Kind, Coverage> coverage) {
    var changes = new ArrayList<StateChange>();
    coverage.forEach((kind, known) -> changes.add(new StateChange.Covered(kind, known)));
    return ClusterState.empty(new ClusterId("prod"), NOW).apply(NOW, List.copyOf(changes));
  }
}
