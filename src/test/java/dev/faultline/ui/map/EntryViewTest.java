package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapSubject;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One sees at once where the customers come in. */
class EntryViewTest extends MapOnScreen {

  @Start
  void open(Stage stage) {
    show(stage);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void itsCardIsMarkedTheLegendTellsTheMarkAndTheInspectorTheRule(FxRobot robot) throws Exception {
    assertThat(isMarked(card("gateway"))).isTrue();
    assertThat(isMarked(card("payment"))).isFalse();
    assertThat(texts(robot)).contains("called from outside").doesNotContain("Called from outside");

    robot.clickOn(card("gateway"));

    await(() -> texts(robot).contains("Called from outside"));
    assertThat(texts(robot)).contains("Ingress shop/shop, rule shop.example /");
  }

  @Test
  void theInspectorOfAFoldedGroupNamesWhoIsCalledFromOutside(FxRobot robot) throws Exception {
    var shop = new MapSubject.Folded(GroupId.namespace(MapDesk.PAYMENT.cluster(), "shop"));
    card("gateway");
    WaitForAsyncUtils.asyncFx(() -> desk.model.fold(Folds.all(true))).get();
    await(() -> view.pane().card(shop).isPresent() && view.isSettled());

    WaitForAsyncUtils.asyncFx(() -> desk.model.currentProperty().set(Optional.of(shop))).get();

    await(() -> texts(robot).contains("Called from outside: gateway"));
  }

  private static boolean isMarked(NodeCard card) {
    return card.lookup(".node-entry").isVisible();
  }
}
