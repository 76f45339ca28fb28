package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.model.ClusterState;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.HugeCluster;
import dev.faultline.testkit.States;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which two sides a person most likely means, and that it is found at once. */
class ComparableSidesTest {

  private static final ComparableSides STAGES = sides(States.ofResource("/map/two-stages.yaml"));

  @Test
  void ofAllTheTwoThatShareMostAreMeant() {
    var likely = STAGES.likely(Set.of()).orElseThrow();

    assertThat(likely.left()).isEqualTo(side("shop"));
    assertThat(likely.right()).isEqualTo(side("staging"));
  }

  @Test
  void whoLooksAtTwoNamespacesMeansThese() {
    var likely = STAGES.likely(Set.of("shared", "staging")).orElseThrow();

    assertThat(likely.left()).isEqualTo(side("shared"));
    assertThat(likely.right()).as("nothing else is on the map").isEqualTo(side("staging"));
  }

  @Test
  void whoLooksAtOneMeansThatBesideTheOneMostLikeIt() {
    assertThat(STAGES.likely(Set.of("staging")).orElseThrow().right()).isEqualTo(side("shop"));
  }

  @Test
  void oneNamespaceAloneCanNotBeCompared() {
    assertThat(STAGES.areAny()).isTrue();
    assertThat(ComparableSides.NONE.areAny()).isFalse();
    assertThat(ComparableSides.NONE.likely(Set.of())).isEmpty();
    assertThat(sides(HugeCluster.state(20, States.NOW)).areAny()).isFalse();
  }

  @Test
  void whereNothingIsSharedTheLargerOnesAreMeant() {
    var state =
        States.of(
            deployment("a", "one"),
            deployment("b", "two"),
            deployment("c", "three"),
            deployment("c", "four"),
            deployment("b", "five"));

    var likely = sides(state).likely(Set.of()).orElseThrow();

    assertThat(likely.left()).isEqualTo(side("b"));
    assertThat(likely.right()).isEqualTo(side("c"));
  }

  private static String deployment(String namespace, String name) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: "
        + name
        + ", namespace: "
        + namespace
        + "}\n";
  }

  private static ComparableSides sides(ClusterState state) {
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a test"), new Safety(false, true, false));
    return new ComparableSides(new Workspace(List.of(ClusterPicture.of(linked, state))));
  }

  private static MapSide side(String namespace) {
    return new MapSide(States.CLUSTER, Optional.of(namespace));
  }
}
