package dev.faultline.ui.diff;

import dev.faultline.ui.fx.FxThread;
import dev.faultline.ui.theme.Themes;
import dev.faultline.workspace.ComparedSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * Measures the diff screen on texts of 50,000 lines: from {@code compare} to the first frame that
 * shows it, and the frames while it is scrolled from top to bottom, some equal stretches open.
 * Beside it, in the same run, {@code diff -u} of the same files. Draws in software, without a
 * display.
 */
public final class DiffBench {

  private static final int FRAMES = 200;
  private static final int ROUNDS = 3;

  private DiffBench() {}

  /** The window that is measured. */
  public static final class Window extends Application {
    private static final CompletableFuture<Stage> STAGE = new CompletableFuture<>();

    @Override
    public void start(Stage stage) {
      STAGE.complete(stage);
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
    System.setProperty("prism.order", "sw");
    Thread.ofPlatform().daemon().start(() -> Application.launch(Window.class));
    var stage = Window.STAGE.get();
    var slow = new CopyOnWriteArrayList<Duration>();
    var folder = Files.createTempDirectory("diff-bench");
    try (var desk = new DiffDesk(new FxThread(slow::add))) {
      var scene = onFx(() -> show(stage, desk));
      var base = LargeTexts.configMap(folder, "base", LargeTexts.base());
      var cases =
          List.of(
              LargeTexts.configMap(folder, "500 changes", LargeTexts.with500Changes()),
              LargeTexts.configMap(folder, "moved block", LargeTexts.moved()),
              LargeTexts.configMap(folder, "all different", LargeTexts.allDifferent()));
      for (int round = 1; round <= ROUNDS; round++) {
        for (Path other : cases) {
          slow.clear();
          measure(round, desk, scene, base, other);
          System.out.printf("   tasks over 50 ms on the FX thread: %s%n", slow);
        }
      }
    }
    Platform.exit();
    System.exit(0);
  }

  private static Scene show(Stage stage, DiffDesk desk) {
    var scene = new Scene(new DiffView(desk.vm, desk.tools).root(), 1440, 900);
    new Themes().dress(scene);
    stage.setScene(scene);
    stage.show();
    return scene;
  }

  private static void measure(int round, DiffDesk desk, Scene scene, Path base, Path other)
      throws Exception {
    onFx(
        () -> {
          desk.vm.compare(new ComparedSide.InFile(base), new ComparedSide.InFile(base));
          return true;
        });
    DiffDesk.await("the bench is clear", () -> desk.vm.state().get() instanceof DiffState.Equal);
    var shown = new CompletableFuture<Long>();
    Runnable pulse =
        () -> {
          if (desk.vm.state().get() instanceof DiffState.Shown) {
            shown.complete(System.nanoTime());
          }
        };
    onFx(
        () -> {
          scene.addPostLayoutPulseListener(pulse);
          return true;
        });
    long start = System.nanoTime();
    onFx(
        () -> {
          desk.vm.compare(new ComparedSide.InFile(base), new ComparedSide.InFile(other));
          return true;
        });
    long took = shown.get() - start;
    onFx(
        () -> {
          scene.removePostLayoutPulseListener(pulse);
          return true;
        });
    var frames = scroll(desk, scene);
    var name = String.valueOf(other.getFileName()).replace(".yaml", "");
    System.out.printf(
        "%d %-14s shown after %5d ms; diff -u %4d ms; frames: median %.1f ms, 95 of 100 under"
            + " %.1f ms, longest %.1f ms%n",
        round,
        name,
        took / 1_000_000,
        plainDiff(base, other),
        frames.get(frames.size() / 2),
        frames.get(frames.size() * 95 / 100),
        frames.getLast());
  }

  /** Milliseconds from frame to frame, rising. */
  private static List<Double> scroll(DiffDesk desk, Scene scene) throws Exception {
    var done = new CompletableFuture<List<Double>>();
    onFx(
        () -> {
          openFolds(desk);
          var bar = bar(scene);
          new AnimationTimer() {
            private final List<Double> frames = new ArrayList<>();
            private long before;

            @Override
            public void handle(long ignored) {
              long now = System.nanoTime();
              if (before > 0) {
                frames.add((now - before) / 1e6);
              }
              before = now;
              bar.setValue(frames.size() * bar.getMax() / FRAMES);
              if (frames.size() == FRAMES) {
                stop();
                frames.sort(Double::compare);
                done.complete(frames);
              }
            }
          }.start();
          return true;
        });
    return done.get();
  }

  private static void openFolds(DiffDesk desk) {
    List.copyOf(desk.vm.text().lines()).stream()
        .filter(TextLine.Fold.class::isInstance)
        .limit(20)
        .forEach(fold -> desk.vm.text().open((TextLine.Fold) fold));
  }

  private static ScrollBar bar(Scene scene) {
    return scene.getRoot().lookup("#diff-lines").lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .findFirst()
        .orElseThrow();
  }

  private static long plainDiff(Path base, Path other) throws IOException, InterruptedException {
    long start = System.nanoTime();
    var process =
        new ProcessBuilder("diff", "-u", base.toString(), other.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static <T> T onFx(java.util.function.Supplier<T> work) throws Exception {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> result.complete(work.get()));
    return result.get();
  }
}
