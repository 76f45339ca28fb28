package dev.faultline.rollback.watch;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.model.Pod;
import dev.faultline.model.Redaction;
import dev.faultline.rollback.plan.Words;
import java.util.List;
import java.util.Optional;

/** Asks pods that fail for their last words. */
public final class FailingPods {

  private static final int MOST_PODS = 5;
  private static final int LAST_LINES = 20;
  private static final int LONGEST_LINE = 400;

  private FailingPods() {}

  /** The first few of them, each with the last lines of the container that fails. */
  public static List<FailingPod> describe(List<Pod> pods, ClusterActions actions) {
    return pods.stream().limit(MOST_PODS).map(pod -> describe(pod, actions)).toList();
  }

  private static FailingPod describe(Pod pod, ClusterActions actions) {
    return culprit(pod)
        .map(
            container ->
                new FailingPod(
                    pod.ref().name(),
                    container.name(),
                    container.reason().isEmpty() ? "not ready" : container.reason(),
                    oneLine(container.message()),
                    container.restarts(),
                    lastLines(pod, container, actions)))
        .orElseGet(
            () ->
                new FailingPod(
                    pod.ref().name(),
                    "",
                    pod.reason().isEmpty() ? "not ready" : pod.reason(),
                    oneLine(pod.message()),
                    pod.restarts(),
                    List.of()));
  }

  private static Optional<Pod.ContainerState> culprit(Pod pod) {
    return pod.containers().stream()
        .filter(Troubles::isFailing)
        .findFirst()
        .or(() -> pod.containers().stream().filter(c -> !c.init() && !c.ready()).findFirst());
  }

  /** Of a container that waits to be started again, the run before has the words that matter. */
  private static List<String> lastLines(
      Pod pod, Pod.ContainerState container, ClusterActions actions) {
    boolean crashed = container.restarts() > 0 && !container.state().equals("running");
    var lines = read(pod, container, crashed, actions);
    return lines.isEmpty() && container.restarts() > 0
        ? read(pod, container, !crashed, actions)
        : lines;
  }

  private static List<String> read(
      Pod pod, Pod.ContainerState container, boolean previous, ClusterActions actions) {
    var request = new LogRequest(pod.ref(), container.name(), previous, LAST_LINES);
    return switch (actions.logs(request)) {
      case LogReading.Lines lines -> shown(lines.lines());
      case LogReading.Unavailable _ -> List.of();
    };
  }

  /** Masked all at once: a key that was printed goes over many lines. */
  private static List<String> shown(List<String> lines) {
    return Redaction.text(String.join("\n", lines))
        .lines()
        .map(line -> Words.oneLine(line, LONGEST_LINE))
        .toList();
  }

  private static String oneLine(String text) {
    return Words.oneLine(Redaction.text(text), LONGEST_LINE);
  }
}
