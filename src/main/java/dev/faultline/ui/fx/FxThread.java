package dev.faultline.ui.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The one door to the FX thread. What comes through it is timed, because a task that takes longer
 * than {@link #LONGEST} makes the window stutter.
 */
public final class FxThread implements Executor {

  /** What a person does not notice. */
  public static final Duration LONGEST = Duration.ofMillis(50);

  private final Consumer<Duration> slow;

  /**
   * @param slow told of every task that took longer than {@link #LONGEST}
   */
  public FxThread(Consumer<Duration> slow) {
    this.slow = slow;
  }

  /** Runs the task on the FX thread: at once if this is it. */
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      timed(task);
    } else {
      Platform.runLater(() -> timed(task));
    }
  }

  private void timed(Runnable task) {
    long start = System.nanoTime();
    try {
      task.run();
    } finally {
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(LONGEST) > 0) {
        slow.accept(took);
      }
    }
  }
}
