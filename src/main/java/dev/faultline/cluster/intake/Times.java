package dev.faultline.cluster.intake;

import dev.faultline.model.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the times of manifests, RFC 3339. */
final class Times {

  private Times() {}

  /** The time at the path; empty if there is none, or something that is no time. */
  static Optional<Instant> read(JsonObject object, String... path) {
    return object.text(path).flatMap(Times::parse);
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // A stranger's manifest: a time that can't be read is a time that isn't known.
      return Optional.empty();
    }
  }
}
