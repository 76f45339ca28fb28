package dev.faultline.rollback.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far a rollback is, for whoever looks on.
 *
 * @param sentence what is being waited for
 * @param target pods of the revision that comes back
 * @param old pods of all other revisions
 * @param events the newest that came since, oldest first
 * @param left until the watch is given up
 */
public record RollbackProgress(
    Phase phase,
    Instant at,
    String sentence,
    PodCount target,
    PodCount old,
    int wanted,
    List<String> events,
    Duration left) {

  public RollbackProgress {
    events = List.copyOf(events);
  }

  /** Where in its life it is. */
  public enum Phase {
    APPLYING,
    ROLLING_OUT,
    SETTLING,
    LINK_LOST,
    ENDED
  }

  /** How many pods, and how many of them are ready. */
  public record PodCount(int ready, int total) {
    public static final PodCount NONE = new PodCount(0, 0);
  }
}
