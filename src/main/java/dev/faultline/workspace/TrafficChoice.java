package dev.faultline.workspace;

import dev.faultline.telemetry.TelemetryKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Which telemetry servers are asked for traffic. */
public record TrafficChoice(Map<TelemetryKind, Place> servers) {

  /** None. */
  public static final TrafficChoice NONE = new TrafficChoice(Map.of());

  public TrafficChoice {
    servers = servers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(servers));
  }

  /** Where a server is. */
  public sealed interface Place {

    /** At a URL. */
    record At(String url) implements Place {
      /** A URL may hold a password. */
      @Override
      public String toString() {
        return "At";
      }
    }

    /** Among the Services of the cluster, wherever it is found. */
    record InCluster() implements Place {}
  }

  public boolean isEmpty() {
    return servers.isEmpty();
  }

  /** Whether a server is named that watches one cluster in particular. */
  public boolean namesOne() {
    return servers.values().stream().anyMatch(Place.At.class::isInstance);
  }
}
