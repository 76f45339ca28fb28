package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.MapSubject;
import dev.faultline.ui.theme.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The map of the demo's incident in a window. Whoever tests on it calls {@link #show} in a start
 * method of its own: TestFX looks for them in the class of the test alone.
 */
@ExtendWith(ApplicationExtension.class)
abstract class MapOnScreen {

  static final double WIDTH = 980;
  static final double HEIGHT = 780;

  /** Where an export is saved to. */
  @TempDir static Path folder;

  Themes themes;
  MapDesk desk;
  MapView view;
  Stage stage;

  void show(Stage shown) {
    show(shown, WIDTH);
  }

  void show(Stage shown, double width) {
    stage = shown;
    themes = new Themes();
    desk = new MapDesk(MapOnScreen::onFx, folder);
    view = new MapView(desk.model, desk.tools, themes.darkProperty());
    var scene = new Scene(view.root(), width, HEIGHT);
    themes.dress(scene);
    stage.setScene(scene);
    stage.show();
    link();
  }

  /** Links what the map shows. */
  void link() {
    desk.link();
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  /** The card with that name on it, as soon as the map stands still. */
  NodeCard card(String name) throws Exception {
    return still(() -> named(name));
  }

  /** The card of that node, as soon as the map stands still. */
  NodeCard card(MapSubject subject) throws Exception {
    return still(() -> view.pane().card(subject));
  }

  private NodeCard still(Callable<Optional<NodeCard>> card) throws Exception {
    await(() -> card.call().isPresent() && view.isSettled());
    awaitStillness();
    return WaitForAsyncUtils.asyncFx(card).get().orElseThrow();
  }

  private Optional<NodeCard> named(String name) {
    return view.pane().scene().nodes().stream()
        .filter(node -> node.label().equals(name))
        .findFirst()
        .flatMap(node -> view.pane().card(node.subject()));
  }

  /** A map that still glides would be clicked on where its nodes no longer are. */
  private void awaitStillness() throws Exception {
    Camera before;
    do {
      before = view.pane().camera();
      Thread.sleep(120);
    } while (!before.equals(view.pane().camera()));
  }

  /** All that is written in labels in sight. */
  static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(MapOnScreen::isSeen)
        .map(Label::getText)
        .toList();
  }

  /** A deployment of the shop, as the map knows it. */
  static MapSubject deployment(String name) {
    return new MapSubject.InCluster(MapDesk.deployment(name));
  }

  static boolean isSeen(Node node) {
    return Optional.ofNullable(node.getParent()).map(MapOnScreen::isSeen).orElse(true)
        && node.isVisible();
  }

  /** Waits until it holds, asking on the FX thread. */
  static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void onFx(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
