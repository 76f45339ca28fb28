package dev.faultline.model;

import java.util.List;

/** How a service does, with the reasons in words. Unknown is not healthy. */
public record Health(Status status, List<String> reasons) {

  public Health {
    reasons = List.copyOf(reasons);
  }

  /** In falling order of concern. */
  public enum Status {
    FAILING,
    DEGRADED,
    UNKNOWN,
    PROGRESSING,
    PAUSED,
    IDLE,
    HEALTHY
  }
}
