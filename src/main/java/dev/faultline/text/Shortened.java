package dev.faultline.text;

/** Texts for places that cannot grow: their beginning and end tell them apart. */
public final class Shortened {

  private Shortened() {}

  /**
   * The text, or its beginning and end with an ellipsis between them.
   *
   * @param most characters, at least 3
   */
  public static String inTheMiddle(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = (most - 1) / 2;
    int begin = most - 1 - end;
    return text.substring(0, begin) + "…" + text.substring(text.length() - end);
  }
}
