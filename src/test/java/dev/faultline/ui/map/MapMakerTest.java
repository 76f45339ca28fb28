package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept from one picture to the next is what would be found out anew. */
class MapMakerTest {

  private static final MapSubject PAYMENT = new MapSubject.InCluster(MapDesk.PAYMENT);

  private static final Set<String> SHOP = Set.of(MapDesk.PAYMENT.namespace());

  @TempDir Path folder;
  private MapDesk desk;
  private Workspace workspace;
  private Instant now;
  private final MapMaker maker = new MapMaker(() -> now);

  @BeforeEach
  void theIncident() {
    desk = new MapDesk(Runnable::run, folder);
    now = desk.clock.instant();
    workspace = workspace();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void otherFoldsOfWhatIsShownShowWhatAFreshMapWouldShow() throws Exception {
    var path = MapChoice.AT_FIRST.path(service("gateway"), PAYMENT);
    var noPath = MapChoice.AT_FIRST.path(PAYMENT, service("gateway-sessions"));
    var radius = MapChoice.AT_FIRST.focused(Focus.on(MapFocus.NEEDED_BY, Optional.of(PAYMENT)));
    for (MapChoice choice :
        List.of(MapChoice.AT_FIRST, path, noPath, radius, MapChoice.AT_FIRST.within(SHOP))) {
      for (Folds folds : List.of(Folds.AUTOMATIC, Folds.all(true), Folds.all(false))) {
        var asked = choice.folding(folds);

        var made = make(maker, asked);
        var fresh = make(new MapMaker(() -> now), asked);

        assertThat(made.scene().nodes()).isEqualTo(fresh.scene().nodes());
        assertThat(made.scene().edges()).isEqualTo(fresh.scene().edges());
        assertThat(made.choice()).isEqualTo(fresh.choice());
        assertThat(made.headline()).isEqualTo(fresh.headline());
        assertThat(made.path()).isEqualTo(fresh.path());
        assertThat(made.grouping()).isEqualTo(fresh.grouping());
      }
    }
  }

  @Test
  void whoAsksAgainIsToldTheAgesOfNow() throws Exception {
    var open = MapChoice.AT_FIRST.folding(Folds.all(false));
    make(maker, MapChoice.AT_FIRST);
    var before = age(make(maker, open));

    now = now.plus(Duration.ofMinutes(7));

    assertThat(age(make(maker, open))).isEqualTo(before.plus(Duration.ofMinutes(7)));
  }

  @Test
  void whatHappenedMeanwhileIsShownWithOtherFoldsToo() throws Exception {
    make(maker, MapChoice.AT_FIRST.folding(Folds.all(true)));
    workspace = Workspace.EMPTY;

    assertThat(make(maker, MapChoice.AT_FIRST.folding(Folds.all(false))).scene().isEmpty())
        .isTrue();
  }

  private MapPicture make(MapMaker by, MapChoice choice) throws InterruptedException {
    return by.make(new MapMaker.Request(workspace, choice, false));
  }

  private Workspace workspace() {
    return new Workspace(
        List.of(ClusterPicture.of(desk.demo.linked(), desk.demo.source().state())));
  }

  private static MapSubject service(String name) {
    return new MapSubject.InCluster(MapDesk.deployment(name));
  }

  private static Duration age(MapPicture picture) {
    return picture
        .scene()
        .find(PAYMENT)
        .map(MapNode::facts)
        .flatMap(facts -> facts.changed())
        .orElseThrow();
  }
}
