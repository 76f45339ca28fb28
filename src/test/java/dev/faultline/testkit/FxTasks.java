package dev.faultline.testkit;

import com.sun.glass.ui.Application;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Times everything that the FX thread does: events, pulses with their style and layout passes, and
 * what was sent there. On JavaFX's headless platform all of this comes out of one queue; while this
 * is open, it empties that queue itself. Only what copies a drawn picture onto the platform's
 * screen is left out: there it is a loop over single pixels, elsewhere it is nothing.
 *
 * <p>A task's length is the smaller of the time on the wall and of the processor time of the FX
 * thread: on a busy machine the first also counts what other processes do. A task that only waits
 * is therefore not seen.
 */
public final class FxTasks implements AutoCloseable {

  /**
   * @param during what the test was doing
   * @param length of the task
   * @param seen where the FX thread was found meanwhile, innermost call first; empty if it was
   *     short
   */
  public record Timed(String during, Duration length, List<String> seen) {
    @Override
    public String toString() {
      return "%s: %d ms%n    %s".formatted(during, length.toMillis(), String.join("\n    ", seen));
    }
  }

  private static final Duration WORTH_LOOKING = Duration.ofMillis(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
  private static final int FRAMES = 60;

  /** Gives a drawn picture to the platform. */
  private static final String HAND_OVER = "com.sun.javafx.tk.quantum.SceneState";

  /** A task that is being run. */
  private record Running(Thread thread, long since, List<String> seen) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
  private final List<Timed> tasks = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Runnable> queue;
  private final Thread looker =
      Thread.ofPlatform().daemon().name("fx-looker").unstarted(this::look);
  private volatile String during = "at first";
  private volatile boolean open = true;

  private FxTasks(BlockingQueue<Runnable> queue) {
    this.queue = queue;
  }

  /** Begins to time what the FX thread does; JavaFX must run, on its headless platform. */
  public static FxTasks timed() {
    var tasks = new FxTasks(queue(Application.GetApplication()));
    Platform.runLater(tasks::work);
    tasks.looker.start();
    return tasks;
  }

  /** From now on tasks are noted under that name. */
  public void during(String step) {
    during = step;
  }

  /** What took longer than that so far, in its order. */
  public List<Timed> longerThan(Duration limit) {
    return tasks.stream().filter(task -> task.length().compareTo(limit) > 0).toList();
  }

  /** How many tasks were timed. */
  public int count() {
    return tasks.size();
  }

  /** From now on JavaFX empties its queue itself again. */
  @Override
  public void close() {
    open = false;
    Platform.runLater(() -> {});
    looker.interrupt();
  }

  /** Stands in for the loop of the platform, which has called it. */
  private void work() {
    while (open) {
      try {
        var task = queue.take();
        if (task.getClass().getName().startsWith(HAND_OVER)) {
          task.run();
        } else {
          time(task);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void time(Runnable task) {
    var step = during;
    var now = new Running(Thread.currentThread(), System.nanoTime(), new CopyOnWriteArrayList<>());
    long processor = threads.getCurrentThreadCpuTime();
    running.set(now);
    try {
      task.run();
    } catch (Throwable e) {
      Application.reportException(e);
    } finally {
      running.set(null);
      long length =
          Math.min(System.nanoTime() - now.since(), threads.getCurrentThreadCpuTime() - processor);
      tasks.add(new Timed(step, Duration.ofNanos(length), List.copyOf(now.seen())));
    }
  }

  private void look() {
    while (open) {
      var now = running.get();
      if (now != null && System.nanoTime() - now.since() > WORTH_LOOKING.toNanos()) {
        now.seen().add(place(now.thread().getStackTrace()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** The innermost call, and what of ours it was called by. */
  private static String place(StackTraceElement[] stack) {
    var places = new ArrayList<String>();
    Arrays.stream(stack).limit(3).map(FxTasks::words).forEach(places::add);
    Arrays.stream(stack)
        .limit(FRAMES)
        .filter(frame -> frame.getClassName().startsWith("dev.faultline"))
        .filter(frame -> !frame.getClassName().equals(FxTasks.class.getName()))
        .limit(4)
        .map(FxTasks::words)
        .forEach(places::add);
    return String.join(" < ", places);
  }

  private static String words(StackTraceElement frame) {
    var type = frame.getClassName();
    return "%s.%s:%d"
        .formatted(
            type.substring(type.lastIndexOf('.') + 1),
            frame.getMethodName(),
            frame.getLineNumber());
  }

  @SuppressWarnings("unchecked")
  private static BlockingQueue<Runnable> queue(Application application) {
    return (BlockingQueue<Runnable>) field(field(application, "processor"), "runnableQueue");
  }

  private static Object field(Object owner, String name) {
    try {
      var field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(owner));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("JavaFX's headless platform is not what it was", e);
    }
  }
}
