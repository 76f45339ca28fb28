package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.ui.theme.Themes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One sees at once where the customers come in. */
@ExtendWith(ApplicationExtension.class)
class EntryViewTest {

  @TempDir static Path folder;
  private MapDesk desk;
  private MapView view;

  @Start
  void open(Stage stage) {
    var themes = new Themes();
    desk = new MapDesk(EntryViewTest::later, folder);
    view = new MapView(desk.model, desk.tools, themes.darkProperty());
    var scene = new Scene(view.root(), 980, 780);
    themes.dress(scene);
    stage.setScene(scene);
    stage.show();
    desk.link();
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

  private NodeCard card(String name) throws Exception {
    var subject = new MapSubject.InCluster(MapDesk.deployment(name));
    await(() -> view.pane().card(subject).isPresent() && view.isSettled());
    return WaitForAsyncUtils.asyncFx(() -> view.pane().card(subject)).get().orElseThrow();
  }

  private static Set<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.toSet());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void later(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
