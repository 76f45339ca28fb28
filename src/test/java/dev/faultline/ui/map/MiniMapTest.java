package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Point;
import dev.faultline.ui.theme.Themes;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who has gone near finds the way about on the small map in the corner. */
class MiniMapTest extends MapOnScreen {

  private static final int NAVIGATION = 72;

  @Start
  void open(Stage stage) {
    show(stage, 1280 - NAVIGATION);
    themes.choose(Themes.Choice.DARK, 13);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void itIsShownWhileOnlyAPartOfTheMapIsInView(FxRobot robot) throws Exception {
    var small = small(robot);
    assertThat(small.isVisible()).isFalse();
    assertThat(small.drawn()).isZero();

    near(robot);
    assertThat(small.isVisible()).isTrue();
    assertThat(small.drawn()).isOne();

    robot.interact(view.pane()::fit);
    await(() -> !small.isVisible());
  }

  @Test
  void aClickMovesThereAndLeavesTheFocusWhereItIs(FxRobot robot) throws Exception {
    var small = small(robot);
    near(robot);
    robot.interact(robot.lookup(".map-toolbar .button").query()::requestFocus);
    var focused = stage.getScene().getFocusOwner();
    var target = small.onMap(new Point(76, 52));

    robot.clickOn(small.localToScreen(76, 52));

    await(() -> isInTheMiddle(target));
    assertThat(stage.getScene().getFocusOwner()).isSameAs(focused);
    var frame = small.frame().centre();
    assertThat(frame.x()).isCloseTo(76, within(2.0));
    assertThat(frame.y()).isCloseTo(52, within(2.0));
  }

  @Test
  void theFrameIsDraggedAlong(FxRobot robot) throws Exception {
    var small = small(robot);
    near(robot);
    var target = small.onMap(new Point(120, 70));

    robot.moveTo(small.localToScreen(40, 40)).press(MouseButton.PRIMARY);
    robot.moveTo(small.localToScreen(90, 60)).moveTo(small.localToScreen(120, 70));
    await(() -> isInTheMiddle(target));
    robot.release(MouseButton.PRIMARY);

    assertThat(view.pane().camera().scale()).isGreaterThan(1);
  }

  @Test
  void neitherAMoveNorWhatLooksTheSameDrawsItAnew(FxRobot robot) throws Exception {
    var small = small(robot);
    near(robot);
    var before = view.pane().scene();
    var frame = small.frame();

    robot.interact(() -> view.pane().pan(60, 40));
    robot.interact(desk.model::refresh);
    await(() -> view.pane().scene() != before && !small.frame().equals(frame));
    robot.interact(() -> view.pane().pan(-20, 0));
    assertThat(small.drawn()).isOne();

    robot.interact(() -> themes.choose(Themes.Choice.LIGHT, 13));
    await(() -> small.drawn() == 2);
  }

  @Test
  void itLiesOverNothingThatIsNotTheMap(FxRobot robot) throws Exception {
    var small = small(robot);
    near(robot);
    robot.interact(
        () ->
            desk.model
                .currentProperty()
                .set(view.pane().scene().nodes().stream().findFirst().map(node -> node.subject())));
    double before = stage.getWidth();
    try {
      for (int width : new int[] {1000, 1280, 1600}) {
        robot.interact(() -> stage.setWidth(width - NAVIGATION));
        await(() -> stage.getScene().getWidth() == width - NAVIGATION);
        WaitForAsyncUtils.waitForFxEvents();
        for (var other : new String[] {".map-toolbar", ".map-legend", ".inspector"}) {
          var node = robot.lookup(other).query();
          await(() -> small.isVisible() && !seen(small).intersects(seen(node)));
        }
        assertThat(seen(view.pane()).contains(seen(small))).isTrue();
      }
    } finally {
      // The tests share one window.
      robot.interact(() -> stage.setWidth(before));
    }
  }

  @Test
  void aNodeThatIsSoughtDoesNotStayBelowIt(FxRobot robot) throws Exception {
    var small = small(robot);
    near(robot);
    var pane = view.pane();
    var node = pane.scene().find(new MapSubject.InCluster(MapDesk.PAYMENT)).orElseThrow();
    var corner = small.getBoundsInParent();
    robot.interact(
        () -> {
          var at = pane.camera().toView(node.box());
          pane.pan(corner.getMaxX() - 8 - at.right(), corner.getMinY() + 20 - at.bottom());
        });

    robot.interact(() -> pane.reveal(node.subject()));

    await(() -> !seen(small).intersects(seen(pane.card(node.subject()).orElseThrow())));
  }

  private boolean isInTheMiddle(Point onMap) {
    var pane = view.pane();
    var middle = pane.camera().toMap(pane.view().centre());
    return Math.hypot(middle.x() - onMap.x(), middle.y() - onMap.y()) < 2;
  }

  private static Bounds seen(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  /** As near as that not all of the map is in view. */
  private void near(FxRobot robot) throws Exception {
    robot.interact(() -> view.pane().zoom(2.2, new Point(400, 300)));
    await(view::isSettled);
  }

  /** As soon as all of the map stands still. */
  private MiniMap small(FxRobot robot) throws Exception {
    await(() -> !view.pane().scene().isEmpty() && view.isSettled());
    return robot.lookup(".minimap").queryAs(MiniMap.class);
  }
}
