package dev.faultline.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.faultline.ui.fx.FxThread;
import dev.faultline.ui.theme.Themes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The diff screen by keyboard and mouse, on a display that nobody sees. */
class DiffViewTest {

  private final FxRobot robot = new FxRobot();
  private Themes themes;
  private DiffDesk desk;
  private Stage stage;

  @BeforeEach
  void paymentBeforeAndNow() throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("testfx.robot", "glass");
    FxToolkit.registerPrimaryStage();
    desk = new DiffDesk(new FxThread(took -> {}));
    stage =
        onFx(
            () -> {
              var window = new Stage();
              var scene = new Scene(new DiffView(desk.vm, desk.tools).root(), 1280, 800);
              themes = new Themes();
              themes.dress(scene);
              window.setScene(scene);
              window.show();
              desk.vm.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
              return window;
            });
    until("the text is shown", () -> stage.getScene().getRoot().lookup("#diff-lines") != null);
  }

  @AfterEach
  void close() throws Exception {
    onFx(
        () -> {
          stage.close();
          return true;
        });
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void theRowsGrowWithTheFont() throws Exception {
    double before = lines().getFixedCellSize();

    onFx(
        () -> {
          themes.choose(Themes.Choice.DARK, 18);
          stage.getScene().getRoot().applyCss();
          return true;
        });

    assertThat(before).isCloseTo(21, within(0.2));
    assertThat(lines().getFixedCellSize()).isCloseTo(21 * 18 / 13.0, within(0.2));
    assertThat(find("#diff-changes", TableView.class).getFixedCellSize())
        .isCloseTo(34 * 18 / 13.0, within(0.2));
    var changes = find("#diff-changes", TableView.class);
    until("its rows have room", () -> changes.getHeight() >= 2 * 34 * 18 / 13.0);
  }

  private ListView<TextLine> lines() {
    return find("#diff-lines", ListView.class);
  }

  private <T> T find(String selector, Class<T> type) {
    return type.cast(stage.getScene().getRoot().lookup(selector));
  }

  private TextLine focused() {
    return lines().getFocusModel().getFocusedItem();
  }

  private void press(KeyCode... keys) {
    robot.push(keys);
  }

  private void focusLines() throws Exception {
    onFx(
        () -> {
          lines().requestFocus();
          return true;
        });
  }

  @Test
  void theChangesAndTheTextAreThere() throws Exception {
    var table = onFx(() -> find("#diff-changes", TableView.class));

    assertThat(onFx(() -> table.getItems().size())).isEqualTo(2);
    assertThat(onFx(() -> table.getSelectionModel().getSelectedIndex())).isZero();
    assertThat(onFx(() -> find("#diff-take-back", Button.class).isVisible())).isTrue();
  }

  @Test
  void fromChangeToChangeByKeyboard() throws Exception {
    focusLines();
    press(KeyCode.SHIFT, KeyCode.F7);
    until("the first change", () -> desk.vm.text().block().get() == 0);

    press(KeyCode.F7);

    until("the second change", () -> desk.vm.text().block().get() == 1);
    assertThat(onFx(this::focused))
        .isInstanceOfSatisfying(
            TextLine.Content.class,
            line -> assertThat(TextLines.signed(line.content())).contains("payment:1.5.0"));
  }

  @Test
  void enterOpensAFold() throws Exception {
    focusLines();
    int before = onFx(() -> lines().getItems().size());
    onFx(
        () -> {
          lines().getSelectionModel().clearAndSelect(0);
          lines().getFocusModel().focus(0);
          return true;
        });
    assertThat(onFx(this::focused)).isInstanceOf(TextLine.Fold.class);

    press(KeyCode.ENTER);

    until("more lines are shown", () -> lines().getItems().size() > before + 5);
  }

  @Test
  void oneColumnHasALineForEachSide() throws Exception {
    int before = onFx(() -> lines().getItems().size());

    onFx(
        () -> {
          find("#diff-unified", ToggleButton.class).fire();
          return true;
        });

    assertThat(onFx(() -> lines().getItems().size())).isEqualTo(before + 1);
  }

  @Test
  void whatIsLookedForIsFoundInAFoldToo() throws Exception {
    focusLines();
    press(KeyCode.CONTROL, KeyCode.F);
    until("the field is there", () -> find("#diff-search", TextField.class).isFocused());

    robot.write("apiversion");

    until("it is found", () -> desk.vm.search().at().get() == 0);
    assertThat(onFx(this::focused))
        .isInstanceOfSatisfying(
            TextLine.Content.class,
            line -> assertThat(TextLines.signed(line.content())).contains("apiVersion: apps/v1"));
  }

  @Test
  void theWholeGoesToTheClipboardWithoutSecrets() throws Exception {
    onFx(
        () -> {
          find("#diff-copy", Button.class).fire();
          return true;
        });

    var copied = onFx(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).startsWith("--- Deployment payment").contains("+          value: \"0\"");
    assertThat(copied).contains("••••••");
  }

  private static void until(String what, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!onFx(condition::getAsBoolean)) {
      assertThat(System.nanoTime()).as("waited in vain for: " + what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static <T> T onFx(Supplier<T> work) throws Exception {
    var result = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.get());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(60, TimeUnit.SECONDS);
  }
}
