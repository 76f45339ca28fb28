package dev.faultline.graph;

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

  /** What lets them in: "Ingress shop/web", "APIService v1.metrics (the API server)". */
  public String describe() {
    return evidence.at().describe() + (by == By.API_SERVER ? " (the API server)" : "");
  }
}
