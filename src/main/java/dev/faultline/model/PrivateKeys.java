package dev.faultline.model;

/** Hides the bodies of PEM blocks that hold a private key; certificates are public and stay. */
final class PrivateKeys {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END";
  private static final int LONGEST_LABEL = 80;
  private static final int SHORTEST_LINE = 40;

  private PrivateKeys() {}

  static String hide(String text) {
    return hideWhole(hideEnd(text));
  }

  /** The end of a key whose beginning was cut off, as in the last lines of a log. */
  private static String hideEnd(String text) {
    int end = text.indexOf(END);
    int begin = text.indexOf(BEGIN);
    if (end < 0 || (begin >= 0 && begin < end) || !isPrivate(text, end, labelEnd(text, end))) {
      return text;
    }
    int from = end;
    int shortest = 1; // Only the last line of a body is shorter than the others.
    while (from > 0 && isBody(text, startOfLine(text, from - 1), from - 1, shortest)) {
      from = startOfLine(text, from - 1);
      shortest = SHORTEST_LINE;
    }
    var out = new StringBuilder(text.length()).append(text, 0, from);
    Masking.lines(out, text, from, end);
    return out.append(text, end, text.length()).toString();
  }

  private static int labelEnd(String text, int end) {
    int label = text.indexOf("-----", end + END.length());
    return label < 0 ? text.length() : label;
  }

  private static int startOfLine(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Whether the stretch could be a line of a key, which is base64. */
  private static boolean isBody(String text, int from, int to, int shortest) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean digit = c < 128 && Character.isLetterOrDigit(c);
      if (!digit && c != '+' && c != '/' && c != '=' && c != '\r') {
        return false;
      }
    }
    return to - from >= shortest;
  }

  private static String hideWhole(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (begin >= 0) {
      int label = begin + BEGIN.length();
      int body = text.indexOf("-----", label);
      int searchFrom = label;
      if (body >= 0 && isPrivate(text, label, body)) {
        body += 5;
        int end = text.indexOf(END, body);
        end = end < 0 ? text.length() : end;
        out.append(text, from, body);
        Masking.lines(out, text, body, end);
        from = end;
        searchFrom = end;
      }
      begin = body < 0 ? -1 : text.indexOf(BEGIN, searchFrom);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isPrivate(String text, int from, int to) {
    return to - from <= LONGEST_LABEL && text.substring(from, to).contains("PRIVATE KEY");
  }
}
