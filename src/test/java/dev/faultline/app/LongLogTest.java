package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.testkit.FxTasks;
import dev.faultline.testkit.SlowSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A hundred thousand lines of a log: few of them are nodes, nothing holds up the window, and the
 * newest stay in view until somebody looks at others.
 */
class LongLogTest {

  private static final int LINES = 100_000;
  private static final int MOST_ROWS = 60;
  private static final int STOPS = 100;

  @TempDir Path folder;
  private final BlockingQueue<String> more = new LinkedBlockingQueue<>();
  private OpenWindow window;
  private FxTasks tasks;
  private ListView<?> list;

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void aHundredThousandLinesAreReadScrolledAndSearchedWithoutAStutter() throws Exception {
    assertThat(SlowSteps.of(this::readAll)).as("the longest task of each step").isEmpty();
  }

  private List<FxTasks.Timed> readAll(String round) throws Exception {
    var clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
    var home = Files.createDirectory(folder.resolve(round));
    try (var demo = DemoCluster.incident(clock);
        var opened = OpenWindow.on(home, clock, chatty(demo.linked()));
        var timed = FxTasks.timed()) {
      window = opened;
      tasks = timed;
      openTheLog();
      step("all lines", this::showAllLines);
      step("scrolling", this::scrollThrough);
      step("searching", this::searchAll);
      assertThat(window.failures).isEmpty();
      return timed.longerThan(SlowSteps.LONGEST);
    }
  }

  private LinkedCluster chatty(LinkedCluster cluster) {
    return new LinkedCluster(
        cluster.source(), new ChattyActions(cluster.actions(), more), cluster.safety());
  }

  private void step(String name, Runnable work) {
    tasks.during(name);
    work.run();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void openTheLog() {
    window.node("#open-demo", Button.class);
    window.robot.clickOn("#open-demo");
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
    window.robot.clickOn("#go-services");
    window.until("the culprit is listed", () -> window.find("#services-table").isPresent());
    window.until("the culprit is listed", () -> window.says("payment"));
    window.robot.doubleClickOn("payment");
    window.until("its page is shown", () -> window.says("Logs"));
    step("following", this::follow);
    step("scrolling while it goes on", this::scrollWhileItGoesOn);
    step("searching while it goes on", this::searchWhileItGoesOn);
  }

  private void follow() {
    window.robot.clickOn("Logs");
    list = window.node("#log-lines", ListView.class);
    window.until("the newest lines are there", () -> list.getItems().size() == 5_000);
    window.until("the last line is in view", () -> shown().contains(ChattyActions.line(5_000)));
  }

  private void scrollWhileItGoesOn() {
    more.add("one more");
    window.until("the newest is in view", () -> shown().contains("one more"));
    window.robot.moveTo(list).scroll(5, VerticalDirection.UP);
    more.add("another");
    window.until("it is there", () -> list.getItems().size() == 5_002);
    window.robot.sleep(200);
    assertThat(shown()).as("who has scrolled away is left there").doesNotContain("another");
    window.robot.scroll(20, VerticalDirection.DOWN);
    window.until("the end is in view again", () -> shown().contains("another"));
    more.add("and another");
    window.until("it is followed again", () -> shown().contains("and another"));
  }

  /** What is found stays in view though the log goes on. */
  private void searchWhileItGoesOn() {
    search(1_234, 1_233);
    assertThat(list.getItems()).as("nothing is read anew").hasSize(5_003);
  }

  private void showAllLines() {
    window.robot.clickOn("#log-follow");
    window.until("all lines are there", () -> list.getItems().size() == LINES);
  }

  private void scrollThrough() {
    var bar = bar();
    for (int stop = 0; stop <= STOPS; stop++) {
      double value = bar.getMax() * stop / STOPS;
      window.robot.interact(() -> bar.setValue(value));
      assertThat(rows()).as("rows at stop " + stop).hasSizeBetween(10, MOST_ROWS);
      if (stop == 0) {
        assertThat(shown()).contains(ChattyActions.line(1));
      }
    }
    window.until("the last line is shown", () -> shown().contains(ChattyActions.line(LINES)));
  }

  private void searchAll() {
    search(77_777, 77_776);
    window.robot.write("nowhere").type(KeyCode.ENTER);
    window.robot.sleep(300);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(77_776);
  }

  private void search(int request, int index) {
    window.robot.clickOn("#log-search").eraseText(20);
    window.robot.write("request " + request + " ").type(KeyCode.ENTER);
    window.until("it is found", () -> shown().contains(ChattyActions.line(request)));
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(index);
  }

  private ScrollBar bar() {
    return list.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .findFirst()
        .orElseThrow();
  }

  /** All row nodes that there are, in sight or not. */
  private List<ListCell<?>> rows() {
    var rows = new ArrayList<ListCell<?>>();
    window.robot.interact(() -> cells().forEach(rows::add));
    return rows;
  }

  private Stream<ListCell<?>> cells() {
    return list.lookupAll(".list-cell").stream().map(cell -> (ListCell<?>) cell);
  }

  private List<String> shown() {
    return rows().stream()
        .filter(OpenWindow::isShown)
        .map(cell -> Optional.ofNullable(cell.getText()).orElse(""))
        .toList();
  }
}
