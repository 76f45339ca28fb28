package dev.faultline.app;

import dev.faultline.demo.DemoClock;
import dev.faultline.testkit.FxTasks;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/** Every screen of the window, one step after the other, while the FX thread is timed. */
final class SmoothNight {

  private static final Duration STEP = Duration.ofMillis(500);

  private final OpenWindow window;
  private final DemoClock clock;
  private final FxTasks tasks;

  SmoothNight(OpenWindow window, DemoClock clock, FxTasks tasks) {
    this.window = window;
    this.clock = clock;
    this.tasks = tasks;
  }

  /** Connect, map, services, a service, palette, diff, rollback, journal, settings. */
  void goThrough() {
    connect();
    step("map", this::map);
    step("services", this::services);
    step("service", this::service);
    step("services again", this::services);
    step("service again", this::back);
    step("palette and diff", this::diff);
    step("rollback dialog", this::dialog);
    step("rollback", this::rollBack);
    step("journal", this::journal);
    step("settings", this::settings);
    step("dark theme", () -> window.robot.clickOn("#theme-dark"));
  }

  void connect() {
    step("connect", () -> window.node("#open-demo", Button.class));
  }

  /** Whatever the FX thread does until the step is over is noted under its name. */
  void step(String name, Runnable work) {
    tasks.during(name);
    work.run();
    WaitForAsyncUtils.waitForFxEvents();
  }

  OpenWindow window() {
    return window;
  }

  private void map() {
    window.robot.clickOn("#open-demo");
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
    window.until("the card of the culprit is drawn", () -> card().isPresent());
    window.robot.clickOn(card().orElseThrow());
    window.until("it is told what it needs", () -> window.says("Depends on"));
    window.robot.scroll(5, VerticalDirection.UP);
    window.robot.scroll(5, VerticalDirection.DOWN);
  }

  private void services() {
    shortcut(KeyCode.DIGIT2);
    var services = window.node("#services-table", TableView.class);
    window.until("all services are listed", () -> services.getItems().size() == 14);
  }

  private void service() {
    window.robot.doubleClickOn("payment");
    var versions = window.node("#versions-table", TableView.class);
    window.until("the versions are listed", () -> versions.getItems().size() >= 5);
    window.robot.clickOn("Configuration");
    window.until("settings tell where they come from", () -> window.says("payment-config"));
    window.robot.clickOn("Pods 2");
    window.until("a pod says why", () -> window.says("CrashLoopBackOff"));
    window.robot.clickOn("Logs");
    window.until("the last words are read", () -> window.says("DB_POOL must be at least 1"));
  }

  private void back() {
    window.robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
    window.until("the page is shown", () -> window.says("Configuration"));
  }

  private void diff() {
    shortcut(KeyCode.K);
    window.until("the palette is open", () -> window.find("#palette-field").isPresent());
    window.robot.write("payment 1.4.2").type(KeyCode.ENTER);
    window.until("the comparison is shown", () -> window.find("#diff-take-back").isPresent());
    var changes = window.node("#diff-changes", TableView.class);
    window.until("the differences are listed", () -> changes.getItems().size() >= 2);
  }

  private void dialog() {
    window.robot.clickOn("#diff-take-back");
    var act = window.node("#do-it", Button.class);
    window.until("the plan is there", () -> act.getText().equals("Roll back payment to 1.4.2"));
    window.until("the checks are done", () -> window.says("Checks: "));
    window.robot.clickOn("#reason").write("it fails");
  }

  private void rollBack() {
    window.robot.clickOn("#do-it");
    window.until(
        "it is verified",
        () -> window.says("Verified: payment runs 1.4.2 again"),
        () -> clock.advance(STEP));
    window.robot.clickOn("#close");
  }

  private void journal() {
    window.robot.clickOn("#go-journal");
    window.until("the journal tells of it", () -> window.says("1.5.0 → 1.4.2"));
  }

  private void settings() {
    shortcut(KeyCode.COMMA);
    window.node("#theme-dark", Node.class);
  }

  private Optional<Node> card() {
    return window.robot.lookup(".node-name").queryAllAs(Labeled.class).stream()
        .filter(name -> name.getText().equals("payment"))
        .map(Labeled::getParent)
        .map(Node.class::cast)
        .filter(OpenWindow::isShown)
        .findFirst();
  }

  private void shortcut(KeyCode code) {
    window.robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
  }
}
