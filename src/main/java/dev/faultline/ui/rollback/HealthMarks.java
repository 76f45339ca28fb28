package dev.faultline.ui.rollback;

import dev.faultline.model.Health;
import dev.faultline.ui.control.Mark;

/** The mark of each state of health. */
final class HealthMarks {

  private HealthMarks() {}

  static Mark of(Health.Status status) {
    return switch (status) {
      case HEALTHY -> Mark.HEALTHY;
      case DEGRADED -> Mark.DEGRADED;
      case FAILING -> Mark.FAILING;
      case PROGRESSING -> Mark.PROGRESSING;
      case PAUSED -> Mark.PAUSED;
      case IDLE -> Mark.IDLE;
      case UNKNOWN -> Mark.UNKNOWN;
    };
  }
}
