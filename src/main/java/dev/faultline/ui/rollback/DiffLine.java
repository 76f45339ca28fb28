package dev.faultline.ui.rollback;

/**
 * One line of what will change; secrets are masked already.
 *
 * @param text without the sign before it
 */
public record DiffLine(Kind kind, String text) {

  /** What the line stands for. */
  public enum Kind {
    PLACE(""),
    REMOVED("- "),
    ADDED("+ "),
    NOTE("");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    /** What stands before the text, so that it can be told without colour. */
    public String sign() {
      return sign;
    }
  }
}
