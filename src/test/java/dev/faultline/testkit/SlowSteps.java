package dev.faultline.testkit;

import dev.faultline.ui.fx.FxThread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which steps of a flow have a task on the FX thread that takes longer than {@link #LONGEST}.
 *
 * <p>The flow is gone through several times. The first is not counted: it loads classes. Of the
 * others, the best is what counts for each step: what is really slow is slow every time, and what a
 * busy machine does to a task it does not do every time. So there are more of them only while some
 * step was too slow in all so far.
 */
public final class SlowSteps {

  /**
   * What no task takes, on a machine that is a third as fast as one of these days: a test must not
   * fail for the machine it runs on. The window itself logs what takes longer than {@link
   * FxThread#LONGEST}.
   */
  public static final Duration LONGEST = FxThread.LONGEST.multipliedBy(3);

  private static final int MOST_ROUNDS = 4;

  private SlowSteps() {}

  /** One time through the flow. */
  @FunctionalInterface
  public interface Flow {
    /**
     * @param round its name
     * @return what took too long
     */
    List<FxTasks.Timed> goThrough(String round) throws Exception;
  }

  /** The longest task of each step that was too slow in every counted round. */
  public static Map<String, FxTasks.Timed> of(Flow flow) throws Exception {
    flow.goThrough("warm-up");
    var slow = longest(flow.goThrough("round-1"));
    for (int i = 2; i <= MOST_ROUNDS && !slow.isEmpty(); i++) {
      slow.keySet().retainAll(longest(flow.goThrough("round-" + i)).keySet());
    }
    return slow;
  }

  private static Map<String, FxTasks.Timed> longest(List<FxTasks.Timed> tasks) {
    return tasks.stream()
        .collect(
            Collectors.toMap(
                FxTasks.Timed::during,
                task -> task,
                (one, other) -> one.length().compareTo(other.length()) > 0 ? one : other,
                LinkedHashMap::new));
  }
}
