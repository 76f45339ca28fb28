package dev.faultline.rollback.runs;

import java.time.Instant;
import java.util.Optional;

/**
 * One pod while a rollback runs.
 *
 * @param version what it runs; empty where its revision is not known
 * @param target whether that is the version that comes back
 * @param since since when it is in that condition, as far as it was seen
 * @param trouble why it does not come up, in a few words; empty if nothing speaks of it
 */
public record PodSight(
    String name,
    String version,
    boolean target,
    Condition condition,
    Optional<Instant> since,
    String trouble) {

  /** How it does. */
  public enum Condition {
    READY,
    STARTING,
    FAILING,
    GOING,
    OVER
  }
}
