package dev.faultline.ui.rollback;

/**
 * One step on the way.
 *
 * @param fact when it was reached, or how far it is
 */
public record StepLine(State state, String text, String fact) {

  /** How far it is. */
  public enum State {
    TO_COME,
    ACTIVE,
    DONE,
    FAILED,
    UNKNOWN
  }
}
