package dev.faultline.ui.rollback;

import dev.faultline.model.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * One rollback as the journal tells it.
 *
 * @param when with its age
 * @param change "1.5.0 → 1.4.2"
 * @param obstacle why it can't be undone from here; empty if it may be tried
 * @param run the run of this window that still works on it
 * @param details what was meant and what came of it, a line each
 */
public record JournalRow(
    String id,
    Instant time,
    String when,
    ResourceRef service,
    String change,
    String who,
    String reason,
    End end,
    String outcome,
    String obstacle,
    OptionalLong run,
    List<String> details) {

  public JournalRow {
    details = List.copyOf(details);
  }

  /** How it ended. */
  public enum End {
    VERIFIED,
    NOT_VERIFIED,
    FAILED,
    REFUSED,
    UNKNOWN,
    RUNNING,
    OPEN
  }

  public boolean mayBeUndone() {
    return obstacle.isEmpty();
  }
}
