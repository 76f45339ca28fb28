package dev.faultline.cli.text;

import java.util.regex.Pattern;

/** Makes text of strangers harmless for a terminal. */
public final class Plain {

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d{1,2}m");

  private Plain() {}

  /**
   * Control characters (tab and line feed aside), bidirectional overrides and escape sequences
   * become visible marks: a pod's message must not repaint the screen.
   */
  public static String withoutEscapes(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (isHostile(text.charAt(i))) {
        return cleaned(text);
      }
    }
    return text;
  }

  /** One line: line breaks and tabs become spaces as well. */
  public static String oneLine(String text) {
    return withoutEscapes(text.replace('\n', ' ').replace('\t', ' ').replace("\r", ""));
  }

  /** As {@link #withoutEscapes}, but colour sequences of our own kind stay. */
  static String withColoursOnly(String text) {
    var clean = new StringBuilder(text.length());
    int from = 0;
    var colours = COLOUR.matcher(text);
    while (colours.find()) {
      clean.append(withoutEscapes(text.substring(from, colours.start()))).append(colours.group());
      from = colours.end();
    }
    return clean.append(withoutEscapes(text.substring(from))).toString();
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    text.chars().forEach(c -> clean.append(isHostile((char) c) ? '\uFFFD' : (char) c));
    return clean.toString();
  }

  private static boolean isHostile(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean bidirectional = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return control || bidirectional;
  }
}
