package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.testkit.FxTasks;
import dev.faultline.testkit.SlowSteps;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that an engineer does at night makes the window stutter: no task on the FX thread takes
 * longer than {@link SlowSteps#LONGEST}, in each of several windows as {@link SlowSteps} judges.
 */
class SmoothWindowTest {

  private static final Duration PLANTED = SlowSteps.LONGEST.plusMillis(50);

  @TempDir Path folder;

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void noTaskHoldsUpTheWindowForLongerThanAPersonNotices() throws Exception {
    assertThat(slowSteps(SmoothNight::goThrough)).as("the longest task of each step").isEmpty();
  }

  @Test
  void whatIsSlowIsFoundWhereverItIs() throws Exception {
    assertThat(slowSteps(SmoothWindowTest::plant))
        .containsOnlyKeys("planted task", "planted handler", "planted layout");
  }

  /** The same measuring, of a window in which something is slow on purpose. */
  private static void plant(SmoothNight night) {
    night.connect();
    night.step("planted task", () -> Platform.runLater(SmoothWindowTest::work));
    var scene = night.window().scene();
    night.step(
        "planted handler",
        () -> {
          Platform.runLater(() -> scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> work()));
          night.window().robot.type(KeyCode.F12);
        });
    night.step(
        "planted layout",
        () -> Platform.runLater(() -> ((Pane) scene.getRoot()).getChildren().add(new Slow())));
    night.step("nothing", () -> night.window().robot.sleep(100));
  }

  private static void work() {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + PLANTED.toNanos();
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static final class Slow extends Region {
    @Override
    protected void layoutChildren() {
      work();
    }
  }

  private Map<String, FxTasks.Timed> slowSteps(Consumer<SmoothNight> steps) throws Exception {
    return SlowSteps.of(round -> slowTasks(round, steps));
  }

  private List<FxTasks.Timed> slowTasks(String round, Consumer<SmoothNight> steps)
      throws Exception {
    var clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
    var home = Files.createDirectory(folder.resolve(round));
    try (var demo = DemoCluster.incident(clock);
        var window = OpenWindow.on(home, clock, demo.linked());
        var tasks = FxTasks.timed()) {
      steps.accept(new SmoothNight(window, clock, tasks));
      assertThat(window.failures).isEmpty();
      return tasks.longerThan(SlowSteps.LONGEST);
    }
  }
}
