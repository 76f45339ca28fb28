package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.faultline.cluster.Reading;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Manifest;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.model.json.Json;
import dev.faultline.settings.MendedEdges;
import dev.faultline.ui.theme.Themes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person says of dependencies against what was found. */
@ExtendWith(ApplicationExtension.class)
class MapMendTest {

  @TempDir static Path folder;
  private MapDesk desk;
  private MapView view;

  @Start
  void open(Stage stage) {
    var themes = new Themes();
    desk = new MapDesk(MapMendTest::later, folder);
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
  void anArrowThatIsNotSoIsMarkedWithAReasonAndTheMarkTakenBack(FxRobot robot) throws Exception {
    var line = new Line(node("order"), node("payment"));
    robot.interact(() -> desk.model.inspect(line));
    await(() -> texts(robot).contains("How it is known"));
    robot.clickOn("This is not so…");
    robot.write("gone since May");
    robot.clickOn("Mark as not so");

    await(() -> view.pane().scene().find(line).isEmpty());
    assertThat(desk.mended)
        .containsExactly(
            new Mending(
                Verdict.NOT_SO, "shop/order", "shop/payment", Optional.empty(), "gone since May"));
    await(() -> texts(robot).contains("by hand, not so: gone since May"));
    robot.clickOn("Take my word back");

    await(() -> view.pane().scene().find(line).isPresent());
    assertThat(desk.mended).isEmpty();
  }

  @Test
  void aMissingDependencyIsAddedByName(FxRobot robot) throws Exception {
    var line = new Line(node("payment"), node("user"));
    robot.interact(() -> desk.model.currentProperty().set(Optional.of(line.from())));
    await(() -> robot.lookup("A dependency is missing…").tryQuery().isPresent());
    robot.interact(() -> robot.window(0).setHeight(470));
    robot.interact(robot.lookup("A dependency is missing…").queryAs(Button.class)::fire);
    assertThat(isInView(robot, "#mend-do")).isTrue();
    robot.write("nobody\tit is in the code\n");
    assertThat(desk.mended).isEmpty();
    assertThat(texts(robot)).anyMatch(text -> text.startsWith("There is no service nobody here"));
    robot.interact(
        () -> robot.lookup(".inspector .text-field").queryAs(TextField.class).setText("user"));
    robot.interact(robot.lookup("Add the dependency").queryAs(Button.class)::fire);
    robot.interact(() -> robot.window(0).setHeight(780));

    await(() -> view.pane().scene().find(line).isPresent());
    assertThat(desk.mended)
        .extracting(Mending::callee, Mending::reason)
        .containsExactly(tuple("shop/user", "it is in the code"));
  }

  @Test
  void whatWasMendedIsPassedOnInAFile(FxRobot robot) throws Exception {
    card("payment");
    var said = new Mending(Verdict.MISSING, "shop/payment", "shop/user", Optional.empty(), "code");
    robot.interact(() -> desk.model.mend(MapDesk.PAYMENT.cluster(), said));
    await(() -> !desk.model.mendings().isEmpty());
    robot.clickOn("Export");
    robot.clickOn("Dependencies mended by hand (YAML)");

    var file = folder.resolve("faultline-mended.yaml");
    await(() -> Files.exists(file));
    assertThat(MendedEdges.read(file)).containsExactly(said);
  }

  @Test
  void whatIsTypedStaysWhileNewsComesIn(FxRobot robot) throws Exception {
    robot.interact(() -> desk.model.inspect(new Line(node("order"), node("payment"))));
    await(() -> robot.lookup("#mend-open").tryQuery().isPresent());
    robot.interact(robot.lookup("#mend-open").queryAs(Button.class)::fire);
    robot.write("gone ");
    var told = desk.model.inspectionProperty().get();

    var found = (Reading.Found) desk.demo.actions().read(MapDesk.PAYMENT);
    var idle = found.manifest().tree().with(Json.of(0), "spec", "replicas");
    desk.demo.apply(new Manifest(idle), "kim");
    await(() -> !desk.model.inspectionProperty().get().equals(told));
    robot.write("since May");

    assertThat(robot.lookup("#mend-reason").queryAs(TextField.class).getText())
        .isEqualTo("gone since May");
  }

  @Test
  void allThatWasMendedIsListedWithWhatFitsNothingAnyMore(FxRobot robot) throws Exception {
    var gone = new Mending(Verdict.NOT_SO, "shop/order", "shop/fax", Optional.empty(), "scrapped");
    var kept = new Mending(Verdict.NOT_SO, "shop/order", "shop/payment", Optional.empty(), "old");
    robot.interact(() -> robot.window(0).setWidth(1400));
    robot.interact(() -> desk.model.mend(MapDesk.PAYMENT.cluster(), gone));
    robot.interact(() -> desk.model.mend(MapDesk.PAYMENT.cluster(), kept));
    await(() -> texts(robot).contains("shop/order → shop/payment"));

    assertThat(texts(robot))
        .contains("By hand, not so: scrapped", "By hand, not so: old")
        .containsOnlyOnce("It fits nothing any more: nothing says so any more.");

    robot.clickOn(
        robot.from(robot.lookup("#mended-list").<Node>query()).lookup(".button").<Button>query());
    await(() -> !texts(robot).contains("By hand, not so: scrapped"));
    assertThat(desk.mended).containsExactly(kept);
    robot.interact(() -> robot.window(0).setWidth(980));
  }

  private static boolean isInView(FxRobot robot, String query) {
    var node = robot.lookup(query).query();
    var inspector = robot.lookup(".inspector").query();
    return inspector
        .localToScene(inspector.getBoundsInLocal())
        .contains(node.localToScene(node.getBoundsInLocal()));
  }

  private static MapSubject node(String name) {
    return new MapSubject.InCluster(MapDesk.deployment(name));
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(MapMendTest::isSeen)
        .map(Label::getText)
        .toList();
  }

  private static boolean isSeen(Node node) {
    return Optional.ofNullable(node.getParent()).map(MapMendTest::isSeen).orElse(true)
        && node.isVisible();
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

  /** The card of a service, as soon as the map stands still. */
  private NodeCard card(String name) throws Exception {
    var subject = new MapSubject.InCluster(MapDesk.deployment(name));
    await(() -> view.pane().card(subject).isPresent() && view.isSettled());
    return WaitForAsyncUtils.asyncFx(() -> view.pane().card(subject)).get().orElseThrow();
  }
}
