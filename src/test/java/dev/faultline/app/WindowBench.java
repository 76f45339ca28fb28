package dev.faultline.app;

import dev.faultline.model.Coverage;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/**
 * Measures the window as its user has it: from the start of the process to the first picture, from
 * the click on "link" to the first names and to the complete map. Links to the current context of
 * {@code KUBECONFIG}.
 *
 * <p>Run by {@code src/test/cluster/window-bench.sh}, which says by the property {@code started}
 * when the process was started, and by {@code hesitation} how long after that a person clicks, both
 * in milliseconds; see docs/benchmarks.md.
 */
public final class WindowBench extends AnimationTimer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long MEGABYTE = 1 << 20;

  private final Stage stage;
  private final WindowContent window;
  private final Duration hesitation = Duration.ofMillis(Long.getLong("hesitation", 0));
  private final Duration watched;
  private final List<Double> frames = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();
  private int pulses;
  private Optional<Instant> clicked = Optional.empty();
  private Optional<Instant> firstNames = Optional.empty();
  private Optional<Instant> complete = Optional.empty();
  private long lastFrame;

  private WindowBench(Stage stage, WindowContent window, Duration watched) {
    this.stage = stage;
    this.window = window;
    this.watched = watched;
  }

  /** Optional argument: for how many seconds to watch the frames once the map is complete. */
  public static void main(String[] arguments) {
    var watched = Duration.ofSeconds(arguments.length == 0 ? 0 : Long.parseLong(arguments[0]));
    System.exit(WindowRoot.run((stage, window) -> new WindowBench(stage, window, watched).start()));
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == 2) {
      say("window", started()); // The first picture was drawn before the second pulse.
    }
    if (clicked.isEmpty()) {
      link();
    } else if (complete.isEmpty()) {
      lookAtMap();
    } else {
      frame(now);
    }
    if (Duration.between(started(), Instant.now()).compareTo(PATIENCE.plus(watched)) > 0) {
      System.err.println("Given up: the map was not complete after " + PATIENCE);
      System.exit(1);
    }
  }

  private void link() {
    if (Duration.between(started(), Instant.now()).compareTo(hesitation) < 0) {
      return;
    }
    if (stage.getScene().lookup("#link") instanceof Button button && !button.isDisabled()) {
      clicked = Optional.of(Instant.now());
      button.fire();
    }
  }

  private void lookAtMap() {
    var drawn = window.drawn();
    if (firstNames.isEmpty() && drawn.filter(WindowBench::hasServices).isPresent()) {
      firstNames = Optional.of(Instant.now());
      say("first-names", clicked.orElseThrow());
    }
    if (drawn.filter(WindowBench::isComplete).equals(Optional.of(window.linkedNow()))) {
      complete = Optional.of(Instant.now());
      say("complete-map", clicked.orElseThrow());
      say("start-to-complete-map", started());
      System.out.printf("services %d%n", window.linkedNow().services().count());
    }
  }

  private static boolean hasServices(Workspace shown) {
    return shown.services().findAny().isPresent();
  }

  private static boolean isComplete(Workspace shown) {
    return hasServices(shown)
        && shown.clusters().stream()
            .map(ClusterPicture::state)
            .flatMap(state -> state.coverage().values().stream())
            .noneMatch(Coverage.Loading.class::isInstance);
  }

  private void frame(long now) {
    if (lastFrame != 0) {
      frames.add((now - lastFrame) / 1e6);
    }
    lastFrame = now;
    var since = Duration.between(complete.orElseThrow(), Instant.now());
    if (heaps.size() <= since.toSeconds() / 10) {
      heaps.add(usedHeap());
    }
    if (since.compareTo(watched) >= 0) {
      stop();
      end();
    }
  }

  /** What is used between collections, not what is live: a collection would be a long frame. */
  private static long usedHeap() {
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }

  private void end() {
    if (!watched.isZero()) {
      Collections.sort(frames);
      System.out.printf(
          "frames %d, median %.0f ms, 95%% %.0f ms, 99%% %.0f ms, longest %.0f ms, over 100 ms:"
              + " %d%n",
          frames.size(),
          share(0.5),
          share(0.95),
          share(0.99),
          frames.getLast(),
          frames.stream().filter(length -> length > 100).count());
      System.out.println("heap in use every ten seconds, MB: " + heaps);
    }
    System.out.println("peak-memory " + PeakMemory.words());
    stage.hide();
  }

  private double share(double part) {
    return frames.get((int) (part * (frames.size() - 1)));
  }

  /** The JVM itself knows it only to the second, as Linux tells when it was booted no better. */
  private static Instant started() {
    return Instant.ofEpochMilli(Long.getLong("started"));
  }

  private static void say(String what, Instant since) {
    System.out.printf("%s %d ms%n", what, Duration.between(since, Instant.now()).toMillis());
  }
}
