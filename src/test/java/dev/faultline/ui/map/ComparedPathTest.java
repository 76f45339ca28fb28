package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.States;
import dev.faultline.text.Messages;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a path, or of an empty map, where two sides lie over each other. */
class ComparedPathTest {

  private static final ClusterState STAGES = States.ofResource("/map/two-stages.yaml");
  private static final MapChoice DIFFERENCES =
      MapChoice.AT_FIRST.comparing(
          Optional.of(new MapComparison(side("shop"), side("staging"), true)));

  @Test
  void aWayThatBothSidesHaveIsHiddenAndNotUnknown() {
    var choice = DIFFERENCES.path(node("shop", "web"), node("shop", "cart"));

    assertThat(maker(STAGES).make(choice).path())
        .contains(
            new PathSaid.Missing(
                node("shop", "web"), node("shop", "cart"), PathSaid.Reason.FILTERED));
  }

  @Test
  void whatIsStillBeingReadIsNotSaidToBeTheSame() {
    var same =
        MapChoice.AT_FIRST.comparing(
            Optional.of(new MapComparison(side("none"), side("neither"), true)));
    var compared = maker(STAGES).make(same).compared();
    assertThat(compared.orElseThrow().counts().isNothing()).isTrue();

    assertThat(Situation.ofEmpty(workspace(STAGES), same, compared))
        .isInstanceOf(Situation.NothingDiffers.class);
    assertThat(Situation.ofEmpty(workspace(covered(new Coverage.Loading())), same, compared))
        .isInstanceOf(Situation.Loading.class);
    assertThat(Situation.ofEmpty(workspace(covered(new Coverage.Forbidden("no"))), same, compared))
        .isNotInstanceOf(Situation.NothingDiffers.class);
  }

  @Test
  void whatDiffersInItsKindOnlyIsToldApart() {
    var words = new PathWords(new Messages(Locale.ENGLISH));
    var job = new MapSubject.InCluster(new ResourceRef(States.CLUSTER, Kind.JOB, "shop", "web"));
    var said = new PathSaid.Shown(node("shop", "web"), job, false, 1, true);

    assertThat(words.sentence(new PathModel.State.Told(said)))
        .contains("from Deployment shop/web to Job shop/web");
  }

  private static ContentMaker maker(ClusterState state) {
    return new ContentMaker(workspace(state), States.NOW);
  }

  private static ClusterState covered(Coverage coverage) {
    return STAGES.apply(States.NOW, List.of(new StateChange.Covered(Kind.STATEFUL_SET, coverage)));
  }

  private static Workspace workspace(ClusterState state) {
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a test"), new Safety(false, true, false));
    return new Workspace(List.of(ClusterPicture.of(linked, state)));
  }

  private static MapSide side(String namespace) {
    return new MapSide(States.CLUSTER, Optional.of(namespace));
  }

  private static MapSubject node(String namespace, String name) {
    return new MapSubject.InCluster(
        new ResourceRef(States.CLUSTER, Kind.DEPLOYMENT, namespace, name));
  }
}
