package dev.faultline.cluster;

import dev.faultline.model.Manifest;

/** What became of a write. */
public sealed interface WriteResult {

  /** Accepted; the object as the server answered it (for a dry run: as it would be). */
  record Accepted(Manifest answer) implements WriteResult {}

  /** The precondition no longer holds. */
  record Conflict(String reason) implements WriteResult {}

  /** We may not, by the cluster's rules or because the context is read-only here. */
  record Forbidden(String reason) implements WriteResult {}

  /** Validation, quota or an admission webhook said no; the reason is the server's. */
  record Invalid(String reason) implements WriteResult {}

  /** There is no such object. */
  record Absent() implements WriteResult {}

  /**
   * No answer.
   *
   * @param mayHaveHappened whether the request had left: then the cluster must be asked
   */
  record Failed(String reason, boolean mayHaveHappened) implements WriteResult {}
}
