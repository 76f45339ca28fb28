package dev.faultline.ui.diff;

/**
 * Text as it may be drawn: each character that can't be seen, or that changes how its neighbours
 * are drawn, gives way to one that can be seen. The length stays.
 */
final class Visible {

  private static final char CONTROL_PICTURES = 0x2400;
  private static final char DELETE = 0x7f;
  private static final char REPLACEMENT = 0xfffd;

  private Visible() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (shown(text.charAt(i)) != text.charAt(i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      shown.append(shown(text.charAt(i)));
    }
    return shown.toString();
  }

  private static char shown(char c) {
    if (c < ' ') {
      return c == '\t' ? '→' : (char) (CONTROL_PICTURES + c);
    }
    if (c < DELETE) {
      return c;
    }
    boolean breaksLines = c == 0x2028 || c == 0x2029;
    return c == DELETE || breaksLines || Character.isISOControl(c) || hidden(c) ? REPLACEMENT : c;
  }

  /** Directions of writing, joiners, byte order marks. */
  private static boolean hidden(char c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
