package dev.faultline.rollback;

/** The answer to somebody's yes. */
public sealed interface Confirmation {

  /** It may be run. */
  record Confirmed() implements Confirmation {}

  /** It may not. */
  record Refused(Refusal refusal) implements Confirmation {}
}
