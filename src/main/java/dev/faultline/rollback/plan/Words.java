package dev.faultline.rollback.plan;

import java.util.regex.Pattern;

/** Makes text from people or clusters fit for one line of ours. */
public final class Words {

  /** Control and format characters (terminal escapes, right-to-left overrides), line ends. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private Words() {}

  /** The text on one line without control characters, at most so many characters long. */
  public static String oneLine(String text, int longest) {
    var bounded = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    var printable = UNPRINTABLE.matcher(bounded).replaceAll(" ");
    return shorten(SPACES.matcher(printable).replaceAll(" ").strip(), longest);
  }

  /** The text, or its beginning and an ellipsis. */
  static String shorten(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, longest - 1))).strip() + "…";
  }
}
