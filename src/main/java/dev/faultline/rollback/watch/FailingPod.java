package dev.faultline.rollback.watch;

import java.util.List;

/**
 * A pod that does not come up.
 *
 * @param reason such as CrashLoopBackOff
 * @param logLines the last that it wrote, oldest first, secrets masked
 */
public record FailingPod(
    String name,
    String container,
    String reason,
    String message,
    int restarts,
    List<String> logLines) {

  public FailingPod {
    logLines = List.copyOf(logLines);
  }

  /** "payment-7d9c payment: CrashLoopBackOff (3 restarts)". */
  public String describe() {
    var times = restarts == 1 ? "1 restart" : restarts + " restarts";
    return "%s%s: %s%s"
        .formatted(
            name,
            container.isEmpty() ? "" : " " + container,
            reason,
            restarts == 0 ? "" : " (" + times + ")");
  }
}
