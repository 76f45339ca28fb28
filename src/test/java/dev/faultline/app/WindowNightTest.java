package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.Kind;
import dev.faultline.rollback.Preparation;
import dev.faultline.rollback.RollbackEngine;
import dev.faultline.rollback.journal.Intent;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.RollbackRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole night in one window: find, compare, take back, watch it heal, undo. */
class WindowNightTest {

  private static final Duration STEP = Duration.ofMillis(500);

  @TempDir Path folder;
  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);
  private final List<String> cssWarnings = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          cssWarnings.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger css = Logger.getLogger("javafx.css");
  private OpenWindow window;

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @BeforeEach
  void open() throws Exception {
    css.addHandler(listener);
    window = OpenWindow.on(folder, clock, demo.linked());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    demo.close();
    css.removeHandler(listener);
    assertThat(window.failures).isEmpty();
    assertThat(cssWarnings).isEmpty();
  }

  @Test
  void byMouseAlone() {
    openTheDemo();
    window.robot.clickOn("Compare with 1.4.2");
    var changes = window.node("#diff-changes", TableView.class);
    window.until("the differences are listed", () -> changes.getItems().size() >= 2);
    assertNothingIsCutInSilence();

    window.robot.clickOn("#diff-take-back");
    confirm();
    letTimePass("it is verified", () -> window.says("Verified: payment runs 1.4.2 again"));
    assertNothingIsCutInSilence();
    window.robot.clickOn("#close");
    window.robot.clickOn("#go-map");
    letTimePass("nothing fails on the map", () -> !window.says("depends on it"));
    window.robot.clickOn("#go-services");
    var services = window.node("#services-table", TableView.class);
    letTimePass(
        "the shop is healthy",
        () ->
            services.getItems().size() == 14
                && !window.says("failing")
                && !window.says("degraded")
                && !window.says("progressing"));

    window.robot.clickOn("#go-journal");
    window.until("the journal tells of it", () -> window.says("1.5.0 → 1.4.2"));
    assertNothingIsCutInSilence();
    assertThat(window.journal.read().entries().getFirst().ended())
        .hasValueSatisfying(end -> assertThat(end.result()).isEqualTo(Step.Result.VERIFIED));
  }

  @Test
  void byKeyboardAlone() {
    window.until("the first button has the focus", () -> focused("open-demo"));
    window.robot.type(KeyCode.SPACE);
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
    window.robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    window.until("the palette is open", () -> focused("palette-field"));
    window.robot.write("payment 1.4.2").type(KeyCode.ENTER);
    window.until("the comparison is shown", () -> window.find("#diff-take-back").isPresent());
    tabTo("diff-take-back");
    window.robot.type(KeyCode.SPACE);
    ready();
    window.robot.write("payments fail since the release");
    window.robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    letTimePass("it is verified", () -> window.says("Verified: payment runs 1.4.2 again"));
    window.robot.type(KeyCode.ESCAPE);
    window.robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    window.until("the services are shown", () -> window.find("#services-table").isPresent());
  }

  @Test
  void whatWasTakenBackIsPutBackByOneMoreClick() {
    openTheDemo();
    window.robot.clickOn("Take it back…");
    confirm();
    letTimePass("it is verified", () -> window.says("Verified: payment runs 1.4.2 again"));

    window.robot.clickOn("#undo");
    var act = window.node("#do-it", Button.class);
    window.until("the undo is planned", () -> act.getText().equals("Put 1.5.0 back"));
    window.until("the checks are done", () -> window.says("Checks: "));
    assertNothingIsCutInSilence();
    window.robot.clickOn("#reason").write("it was the database");
    window.robot.clickOn("#do-it");

    letTimePass(
        "both are in the journal and at their end",
        () ->
            window.journal.read().entries().size() == 2
                && window.journal.read().entries().stream()
                    .allMatch(one -> one.ended().isPresent()));
    window.until("the progress is shown", () -> window.find("#outcome").isPresent());
    window.robot.clickOn("#close");
    letTimePass("payment fails again", () -> window.says("payment 1.5.0:"));
  }

  @Test
  void thePageOfTheServiceTellsVersionsPodsAndItsLastWords() {
    openTheDemo();
    window.robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    var services = window.node("#services-table", TableView.class);
    window.until("all services are listed", () -> services.getItems().size() == 14);
    assertNothingIsCutInSilence();
    window.robot.doubleClickOn("payment");
    var versions = window.node("#versions-table", TableView.class);
    window.until("the versions are listed", () -> versions.getItems().size() >= 5);
    assertNothingIsCutInSilence();
    window.robot.clickOn("Configuration");
    window.until("settings tell where they come from", () -> window.says("payment-config"));
    window.robot.clickOn("Pods 2");
    window.until("a pod says why", () -> window.says("CrashLoopBackOff"));
    window.robot.clickOn("Logs");
    window.until("the last words are read", () -> window.says("DB_POOL must be at least 1"));
    assertNothingIsCutInSilence();
  }

  @Test
  void aLostConnectionIsSaidAndWhatIsShownStays() {
    openTheDemo();
    demo.faults().breakConnection("the network is gone");

    window.until("the status bar says so", () -> window.says("demo stale for"));
    assertThat(window.says("payment 1.5.0:") || window.says("payment")).isTrue();

    demo.faults().mendConnection();
    letTimePass("it is live again", () -> window.says("demo live"));
  }

  @Test
  void whatWasInterruptedIsOfferedWhenItsClusterIsLinkedAgain() throws Exception {
    var service = demo.source().state();
    var engine = new RollbackEngine(demo.linked(), window.journal, clock, "kim");
    var revision =
        ServiceCatalog.of(service).find(DemoShop.CULPRIT).orElseThrow().revisions().stream()
            .filter(one -> one.version().text().equals(DemoShop.GOOD_VERSION))
            .findFirst()
            .orElseThrow();
    var request =
        RollbackRequest.of(
            DemoShop.CULPRIT, revision.id(), "1.5.0 crashes", RollbackRequest.Options.DEFAULT);
    var ready = (Preparation.Ready) engine.prepare(request);
    var now = clock.instant();
    var intent =
        Intent.of(ready.rollback().preview().plan(), window.journal.newId(now), now, "kim");
    // As a kill leaves it: begun in the journal, and nobody at work on it.
    ((Journal.Beginning.Begun) window.journal.begin(intent)).mark().close();

    window.node("#open-demo", Button.class);
    window.robot.clickOn("#open-demo");

    window.until("it is offered", () -> window.find("#interrupted").isPresent());
    assertThat(window.says("never arrived")).isTrue();
  }

  @Test
  void anEmptyClusterIsNoFault() throws Exception {
    window.close();
    try (var empty = DemoCluster.empty(clock)) {
      window = OpenWindow.on(folder, clock, empty.linked());
      window.node("#open-demo", Button.class);
      window.robot.clickOn("#open-demo");
      window.until("the map says so", () -> window.says("No services"));
      window.robot.clickOn("#go-services");
      window.until("the table says so", () -> window.says("No services here"));
      assertNothingIsCutInSilence();
    }
  }

  @Test
  void whoMayNotPatchIsToldBeforeTheClick() {
    demo.faults().deny("patch", Kind.DEPLOYMENT, "shop");
    openTheDemo();
    window.robot.clickOn("Take it back…");
    window.until("the check says so", () -> window.says("You may not patch"));
    assertThat(window.node("#do-it", Button.class).isDisabled()).isTrue();
  }

  private void openTheDemo() {
    window.node("#open-demo", Button.class);
    window.robot.clickOn("#open-demo");
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
    assertNothingIsCutInSilence();
  }

  private void confirm() {
    ready();
    assertNothingIsCutInSilence();
    window.robot.clickOn("#reason").write("payments fail since the release");
    window.robot.clickOn("#do-it");
  }

  private void ready() {
    var act = window.node("#do-it", Button.class);
    window.until("the plan is there", () -> act.getText().equals("Roll back payment to 1.4.2"));
    window.until("the checks are done", () -> window.says("Checks: "));
    window.until("the reason has the focus", () -> focused("reason"));
  }

  private boolean focused(String id) {
    var owner = window.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private void tabTo(String id) {
    for (int i = 0; i < 40 && !focused(id); i++) {
      window.robot.type(KeyCode.TAB);
    }
    assertThat(focused(id)).as("Tab leads to " + id).isTrue();
  }

  private void letTimePass(String what, java.util.function.BooleanSupplier condition) {
    window.until(what, condition, () -> clock.advance(STEP));
  }

  /** A text that ends in an ellipsis has the whole in a tooltip. */
  private void assertNothingIsCutInSilence() {
    var cut = new ArrayList<String>();
    window.robot.interact(
        () -> {
          // What has just changed is laid out before the next picture, not before this look at it.
          window.scene().getRoot().applyCss();
          window.scene().getRoot().layout();
          window.robot.lookup(node -> node instanceof Labeled).queryAll().stream()
              .map(Labeled.class::cast)
              .filter(Labeled::isTextTruncated)
              .filter(OpenWindow::isShown)
              .filter(label -> !tellsOnHover(label))
              .map(label -> label.getClass().getSimpleName() + " \"" + label.getText() + "\"")
              .forEach(cut::add);
        });
    assertThat(cut).isEmpty();
  }

  /** Tooltips are made when the pointer comes. */
  private static boolean tellsOnHover(Labeled label) {
    var no = false;
    Event.fireEvent(
        label,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            1,
            1,
            1,
            1,
            MouseButton.NONE,
            0,
            no,
            no,
            no,
            no,
            no,
            no,
            no,
            no,
            no,
            no,
            null));
    return label.getTooltip() != null && label.getTooltip().getText().equals(label.getText());
  }
}
