package dev.faultline.rollback.plan;

import dev.faultline.model.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision that a service could go back to, with what the cluster and the journal tell of it.
 *
 * @param from when it was first released
 * @param until when the next one took its place, where that can be told
 * @param takenBack whether somebody rolled back from it before
 * @param crashed whether events that are still kept tell of its pods crashing
 */
public record Candidate(
    Revision revision,
    Optional<Instant> from,
    Optional<Instant> until,
    boolean takenBack,
    boolean crashed) {

  /** Shorter than this looks like a release that was replaced because it did not work. */
  static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  public RevisionPoint point() {
    return RevisionPoint.of(revision);
  }

  /** How long it ran, where that is known. */
  public Optional<Duration> ran() {
    return from.flatMap(start -> until.map(end -> Duration.between(start, end)));
  }

  /** Whether it was replaced so soon that it may not have worked. */
  public boolean ranBriefly() {
    return ran().filter(time -> time.compareTo(LONG_ENOUGH) < 0).isPresent();
  }

  /**
   * Whether all of its pods that are there are ready: the only health that is seen, not guessed.
   */
  public boolean isSeenWell() {
    return revision.pods() > 0 && revision.readyPods() == revision.pods();
  }

  /** Whether pods of it are there that are not ready. */
  public boolean isSeenUnwell() {
    return revision.readyPods() < revision.pods();
  }
}
