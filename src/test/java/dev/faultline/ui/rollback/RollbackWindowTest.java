package dev.faultline.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.ui.control.ModalLayer;
import dev.faultline.ui.fx.FxThread;
import dev.faultline.ui.theme.Themes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The dialogs as a person meets them, on a screen that needs no display. */
class RollbackWindowTest {

  private static final double WIDTH = 980;
  private static final double HEIGHT = 700;

  @TempDir Path data;
  private final FxRobot robot = new FxRobot();
  private Desk desk;
  private RollbackDialogs dialogs;
  private Scene scene;

  @BeforeAll
  static void withoutADisplay() throws TimeoutException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void theIncident() throws TimeoutException {
    desk = new Desk(data, new FxThread(took -> {}));
    FxToolkit.setupStage(this::show);
  }

  private void show(Stage stage) {
    var layer = new ModalLayer();
    scene = new Scene(new StackPane(new Button("behind"), layer), WIDTH, HEIGHT);
    var themes = new Themes();
    themes.dress(scene);
    dialogs = new RollbackDialogs(desk.tools, layer, desk.runs, new NoWays());
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private Optional<Node> find(String query) {
    return robot.lookup(query).tryQuery();
  }

  private <T extends Node> T node(String query, Class<T> type) {
    desk.until(() -> find(query).isPresent());
    return type.cast(find(query).orElseThrow());
  }

  private void open() {
    robot.interact(() -> dialogs.confirm(Desk.PAYMENT, Optional.empty()));
    var button = node("#do-it", Button.class);
    desk.until(() -> button.getText().equals("Roll back payment to 1.4.2"));
    desk.until(() -> !button.getAccessibleHelp().startsWith("The checks are still running"));
  }

  private RollbackRun run() {
    desk.until(() -> find("#progress").isPresent());
    return desk.runs.all().getFirst();
  }

  @Test
  void byKeyboardAlone() {
    open();
    assertThat(scene.getFocusOwner()).isSameAs(node("#reason", TextField.class));

    robot.write("payments fail");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    var run = run();
    desk.letTimePassUntil(() -> run.status().isOver());

    assertThat(node("#outcome", Label.class).getText())
        .startsWith("Verified: payment runs 1.4.2 again");
    assertThat(run.plan().request().reason()).isEqualTo("payments fail");
    robot.type(KeyCode.ESCAPE);
    assertThat(find("#progress")).isEmpty();
  }

  @Test
  void byMouseAndBackAgain() {
    open();
    robot.clickOn("#reason").write("payments fail");
    robot.clickOn("#do-it");
    var run = run();
    desk.letTimePassUntil(() -> run.status().isOver());

    robot.clickOn("#undo");
    desk.until(() -> find("#progress").isEmpty());
    var button = node("#do-it", Button.class);
    desk.until(() -> button.getText().equals("Put 1.5.0 back"));
    desk.until(() -> button.getAccessibleHelp().startsWith("A reason is missing"));
    robot.clickOn("#reason").write("it was the database");
    robot.clickOn("#do-it");
    desk.until(() -> desk.runs.all().size() == 2);
    desk.letTimePassUntil(() -> desk.allRunsAreOver());

    assertThat(desk.journal.read().entries().getLast().intent().undoOf())
        .isEqualTo(run.journalId());
  }

  @Test
  void whoClosesTheDialogStopsNothingAndIsToldOfTheEnd() {
    open();
    robot.clickOn("#reason").write("payments fail");
    robot.clickOn("#do-it");
    var run = run();
    robot.clickOn("#close");
    assertThat(find("#progress")).isEmpty();

    desk.letTimePassUntil(() -> !desk.told.isEmpty());

    assertThat(run.status().outcome()).get().isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(desk.told.getFirst()).startsWith("Verified: payment runs 1.4.2 again");

    robot.interact(() -> dialogs.progress(run.id()));
    assertThat(node("#outcome", Label.class).getText()).startsWith("Verified");
  }

  @Test
  void withoutAReasonTheButtonSaysWhyItIsGrey() {
    open();
    var button = node("#do-it", Button.class);
    assertThat(button.isDisabled()).isTrue();
    assertThat(button.getAccessibleHelp()).startsWith("A reason is missing");

    robot.clickOn(button);
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

    assertThat(desk.runs.all()).isEmpty();
    assertThat(find("#progress")).isEmpty();
  }

  @Test
  void theDialogFitsASmallWindowAndItsMiddleScrolls() {
    open();
    for (String part : new String[] {"#rollback", "#reason", "#do-it", "#copy-kubectl"}) {
      Bounds bounds = node(part, Node.class).localToScene(node(part, Node.class).getLayoutBounds());
      assertThat(bounds.getMinX()).as(part).isNotNegative();
      assertThat(bounds.getMinY()).as(part).isNotNegative();
      assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(WIDTH);
      assertThat(bounds.getMaxY()).as(part).isLessThanOrEqualTo(HEIGHT);
    }
  }

  @Test
  void theJournalShowsWhatWasTakenBackAndOffersTheUndo() {
    var run = desk.takeBack();
    robot.interact(
        () ->
            ((StackPane) scene.getRoot())
                .getChildren()
                .set(
                    0,
                    new JournalView(
                            new JournalViewModel(
                                desk.tools, desk.runs, dialogs::undo, dialogs::progress),
                            desk.tools)
                        .root()));
    var id = run.journalId().orElseThrow();
    desk.until(() -> find("#action-" + id).isPresent());

    robot.clickOn("#action-" + id);

    var button = node("#do-it", Button.class);
    desk.until(() -> button.getText().equals("Put 1.5.0 back"));
    robot.type(KeyCode.ESCAPE);
    assertThat(find("#do-it")).isEmpty();
  }
}
