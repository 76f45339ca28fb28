package dev.faultline.rollback.plan;

/** Whether a plan could be made. */
public sealed interface Planning {

  /** It could; whether it should be done is for the checks to say. */
  record Planned(RollbackPlan plan) implements Planning {}

  /** It could not, and why; one sentence. */
  record Impossible(String reason) implements Planning {}
}
