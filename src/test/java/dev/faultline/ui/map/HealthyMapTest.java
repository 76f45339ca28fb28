package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.States;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A cluster in which nothing fails, and nothing says whose its services are. */
class HealthyMapTest extends MapOnScreen {

  /** Wide enough for the inspector to lie beside the map while nothing is selected. */
  private static final double WIDE = 1400;

  private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

  @Start
  void open(Stage stage) {
    show(stage, WIDE);
    stage.sizeToScene(); // A test before this one may have left it narrow.
  }

  @Override
  void link() {
    var calm = new FixedSource(States.ofResource("/map/two-stages.yaml"));
    desk.feed.link(
        new LinkedCluster(calm, desk.demo.linked().actions(), desk.demo.linked().safety()));
  }

  @Test
  void whereAllIsWellTheOverviewDoesNotSpeakOfWhatIsNot(FxRobot robot) throws Exception {
    card("importer");

    var inspector = robot.lookup(".inspector").query();
    await(() -> texts(robot).contains("Healthy"));
    assertThat(robot.from(inspector).lookup(".label").queryAllAs(Label.class))
        .filteredOn(MapOnScreen::isSeen)
        .extracting(Label::getText)
        .containsExactly("Healthy", "All 9 services are well.");
    assertThat(isSeen(robot.lookup(".map-headline").query())).isFalse();
    assertThat(isSeen(robot.lookup(".map-hint").query())).isFalse();
  }

  @Test
  void whereNothingSaysWhoseAServiceIsTheMenuSaysWhatIsMissing(FxRobot robot) throws Exception {
    card("importer");

    robot.clickOn("Groups");

    for (var missing :
        new String[] {
          "by team: no service has a label \"team\" or \"owner\"",
          "by application: no service has a label app.kubernetes.io/part-of"
        }) {
      var entry = robot.lookup(missing).query();
      assertThat(isSeen(entry)).as(missing).isTrue();
      assertThat(canBeChosen(entry)).as(missing).isFalse();
      robot.clickOn(missing);
      assertThat(desk.model.choiceProperty().get().groupBy()).isEqualTo(GroupBy.NAMESPACE);
    }
    assertThat(canBeChosen(robot.lookup("by namespace").query())).isTrue();
  }

  /** Entries of a menu are no nodes that are disabled: they look like it. */
  private static boolean canBeChosen(Node entry) {
    return entry.getStyleClass().contains("menu-item")
        ? !entry.getPseudoClassStates().contains(DISABLED)
        : canBeChosen(entry.getParent());
  }
}
