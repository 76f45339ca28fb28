package dev.faultline.model.traffic;

import java.time.Instant;

/**
 * When traffic was seen, within the time that was looked at: it may be older than {@code first}.
 *
 * @param first no later than the first traffic, as exact as the source tells
 * @param last no earlier than the last traffic, as exact as the source tells
 * @param quiet there was traffic, and there is none now
 */
public record SeenTime(Instant first, Instant last, boolean quiet) {

  /** Both together: quiet only if both are. */
  public SeenTime plus(SeenTime other) {
    return new SeenTime(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        quiet && other.quiet);
  }
}
