package dev.faultline.graph;

import dev.faultline.evidence.EvidenceSort;
import dev.faultline.model.Evidence;

/**
 * A way on which calls come to a workload, or a Service with nothing behind it, from elsewhere than
 * another workload.
 */
public record Entry(By by, Evidence evidence) {

  /** Who calls on that way. */
  public enum By {
    /** Whoever is outside the cluster, through a route, a gateway or a Service that is exposed. */
    OUTSIDE,
    /** The API server, which asks hooks and leads on to the APIs of others. */
    API_SERVER,
    /** A source of events, such as a schedule or a topic. */
    EVENT_SOURCE
  }

  /** Whether the callers are outside the cluster. */
  public boolean isFromOutside() {
    return by == By.OUTSIDE;
  }

  /**
   * What lets them in: "Ingress shop/web", "Service shop/web of type LoadBalancer, port 443",
   * "APIService v1.metrics (the API server)".
   */
  public String describe() {
    var object = evidence.at().describe();
    return switch (by) {
      case OUTSIDE -> isExposed() ? object + " " + evidence.place() : object;
      case API_SERVER -> object + " (the API server)";
      case EVENT_SOURCE -> object;
    };
  }

  /** Whether it is a Service by itself, of which the place says how. */
  public boolean isExposed() {
    return evidence.reader().equals(EvidenceSort.EXPOSED);
  }
}
