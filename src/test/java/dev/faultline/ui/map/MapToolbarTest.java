package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.NodeFilter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The buttons below the map can be read and pressed, whatever is said on them. */
class MapToolbarTest extends MapOnScreen {

  @Start
  void open(Stage stage) {
    show(stage);
  }

  @ParameterizedTest
  @ValueSource(doubles = {WIDTH, 952, 860, 760, 660})
  void noButtonIsCutHoweverLittleRoomTheInspectorLeaves(double width, FxRobot robot)
      throws Exception {
    card("payment");
    robot.interact(() -> desk.model.currentProperty().set(Optional.of(deployment("payment"))));
    robot.interact(() -> desk.model.focus(MapFocus.NEEDED_BY));
    robot.interact(() -> desk.model.filterNodes(NodeFilter.ALL.withTroubles(true)));
    await(() -> robot.lookup("Focus: blast radius of payment, not well").tryQuery().isPresent());
    try {
      robot.interact(() -> stage.setWidth(width));
      await(() -> view.root().getScene().getWidth() == width && view.isSettled());

      assertThat(right(robot.lookup(".map-toolbar").query()))
          .isLessThanOrEqualTo(left(robot.lookup(".inspector").query()));
      assertThat(buttons(robot))
          .hasSize(9)
          .allSatisfy(
              button -> {
                assertThat(button.isTextTruncated()).isFalse();
                assertThat(seen(button.getParent()).contains(seen(button))).isTrue();
              });
    } finally {
      // The tests share one window.
      robot.interact(() -> stage.setWidth(WIDTH));
    }
  }

  private static List<Button> buttons(FxRobot robot) {
    return robot.lookup(".map-toolbar .button").queryAllAs(Button.class).stream()
        .filter(MapOnScreen::isSeen)
        .toList();
  }

  private static double left(Node node) {
    return seen(node).getMinX();
  }

  private static double right(Node node) {
    return seen(node).getMaxX();
  }

  private static Bounds seen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
