package dev.faultline.model;

/** Puts the mask over a stretch of text, keeping its line breaks and indentation. */
final class Masking {

  private Masking() {}

  /** Appends the stretch with every line that says something masked. */
  static void lines(StringBuilder out, String text, int from, int to) {
    int at = from;
    while (at < to) {
      int line = endOfLine(text, at, to);
      int start = skipBlanks(text, at, line);
      int end = line;
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      out.append(text, at, start);
      if (end > start) {
        out.append(Redaction.MASK);
      }
      out.append(text, end, line);
      if (line < to) {
        out.append('\n');
      }
      at = line + 1;
    }
  }

  /** The index of the next line feed, or {@code to}. */
  static int endOfLine(String text, int from, int to) {
    int line = text.indexOf('\n', from, to);
    return line < 0 ? to : line;
  }

  static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
