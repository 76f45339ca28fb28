package dev.faultline.rollback.check;

/**
 * One check and what it found.
 *
 * @param name of the check: short, and stable for programs
 */
public record CheckResult(String name, CheckOutcome outcome) {

  public boolean blocks() {
    return outcome instanceof CheckOutcome.Blocked;
  }
}
