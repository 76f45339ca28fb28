package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.faultline.cluster.Reading;
import dev.faultline.graph.layout.Line;
import dev.faultline.model.Manifest;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.model.json.Json;
import dev.faultline.settings.MendedEdges;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person says of dependencies against what was found. */
class MapMendTest extends MapOnScreen {

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
  void anArrowThatIsNotSoIsMarkedWithAReasonAndTheMarkTakenBack(FxRobot robot) throws Exception {
    var line = new Line(deployment("order"), deployment("payment"));
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
    var line = new Line(deployment("payment"), deployment("user"));
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
    robot.interact(() -> robot.window(0).setHeight(HEIGHT));

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
    robot.interact(() -> desk.model.inspect(new Line(deployment("order"), deployment("payment"))));
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
    robot.interact(() -> robot.window(0).setWidth(WIDTH));
  }

  private static boolean isInView(FxRobot robot, String query) {
    var node = robot.lookup(query).query();
    var inspector = robot.lookup(".inspector").query();
    return inspector
        .localToScene(inspector.getBoundsInLocal())
        .contains(node.localToScene(node.getBoundsInLocal()));
  }
}
