package dev.faultline.testkit;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.concurrent.Background;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficChoice.Place;
import dev.faultline.workspace.TrafficFollower;
import dev.faultline.workspace.TrafficPolling;
import dev.faultline.workspace.TrafficReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of the traffic that a simulated cluster knows of itself, until it is told to fall silent.
 */
public final class SimulatedTraffic implements TrafficReader {

  private static final TrafficChoice CHOICE =
      new TrafficChoice(Map.of(TelemetryKind.PROMETHEUS, new Place.InCluster()));

  private volatile Optional<String> trouble = Optional.empty();

  /** Asks it as the window does, but every few milliseconds. */
  public TrafficFollower follower(Background background, InstantSource clock) {
    return new TrafficPolling(background, clock, this, id -> CHOICE, Duration.ofMillis(50));
  }

  /** From now on there is no answer, for that reason. */
  public void fail(String reason) {
    trouble = Optional.of(reason);
  }

  @Override
  public List<TrafficReading> read(
      TrafficChoice choice, LinkedCluster cluster, TrafficQuestion question) {
    return List.of(
        trouble
            .<TrafficReading>map(reason -> new TrafficReading.Unanswered("Prometheus", reason))
            .or(
                () ->
                    cluster
                        .actions()
                        .traffic(question.now())
                        .map(report -> new TrafficReading.Answered(report, List.of())))
            .orElseGet(() -> new TrafficReading.Absent("Prometheus", "there is none")));
  }

  @Override
  public Map<String, String> names() {
    return Map.of();
  }
}
