package dev.faultline.rollback;

/** Whether there is something to preview. */
public sealed interface Preparation {

  /** A rollback, planned and checked; nothing is done before it is confirmed and run. */
  record Ready(Rollback rollback) implements Preparation {}

  /** There is no plan, and why; one sentence. */
  record Impossible(String reason) implements Preparation {}
}
