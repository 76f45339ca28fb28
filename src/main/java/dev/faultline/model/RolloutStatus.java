package dev.faultline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the controller says of a rollout.
 *
 * @param progressDeadline how long without progress before the controller calls it stuck
 * @param updateRevision StatefulSet and DaemonSet: the name of the ControllerRevision rolled out to
 */
public record RolloutStatus(
    long observedGeneration,
    boolean paused,
    Optional<Duration> progressDeadline,
    List<Condition> conditions,
    String currentRevision,
    String updateRevision) {

  public static final RolloutStatus NONE =
      new RolloutStatus(0, false, Optional.empty(), List.of(), "", "");

  public RolloutStatus {
    conditions = List.copyOf(conditions);
  }

  /** One condition of the object's status. */
  public record Condition(
      String type, String status, String reason, String message, Optional<Instant> lastUpdate) {

    public boolean isTrue() {
      return status.equals("True");
    }
  }

  public Optional<Condition> condition(String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }
}
