package dev.faultline.rollback.runs;

import dev.faultline.rollback.Refusal;

/** The answer to somebody's yes. */
public sealed interface Starting {

  /** It runs. */
  record Started(RollbackRun run) implements Starting {}

  /** It does not; nothing was changed. */
  record Refused(Refusal refusal) implements Starting {}
}
