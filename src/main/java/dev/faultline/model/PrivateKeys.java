package dev.faultline.model;

/** Hides the bodies of PEM blocks that hold a private key; certificates are public and stay. */
final class PrivateKeys {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END";
  private static final int LONGEST_LABEL = 80;
  private static final int SHORTEST_LINE = 40;

  private PrivateKeys() {}

  static String hide(String text) {
    return hideWhole(hideEnds(text));
  }

  /**
   * The ends of keys, whose beginnings may have been cut off, as in the last lines of a log. Every
   * end counts, whatever stands before it: what is masked there later must not change the answer.
   */
  private static String hideEnds(String text) {
    int end = text.indexOf(END);
    if (end < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int done = 0;
    while (end >= 0) {
      if (isPrivate(text, end, labelEnd(text, end))) {
        int body = startOfBody(text, done, end);
        out.append(text, done, body);
        Masking.lines(out, text, body, end);
        done = end;
      }
      end = text.indexOf(END, end + END.length());
    }
    return out.append(text, done, text.length()).toString();
  }

  private static int labelEnd(String text, int end) {
    int label = text.indexOf("-----", end + END.length());
    return label < 0 ? text.length() : label;
  }

  /** Where the lines begin that could be the body above an end, none of it before the floor. */
  private static int startOfBody(String text, int floor, int end) {
    int from = end;
    int lineEnd = end > floor && text.charAt(end - 1) == '\n' ? end - 1 : end;
    int shortest = 1; // Only the last line of a body is shorter than the others.
    while (lineEnd > floor) {
      int start = startOfBase64(text, floor, lineEnd);
      boolean wholeLine = start == floor || text.charAt(start - 1) == '\n';
      if (!wholeLine || lineEnd - start < shortest) {
        return from;
      }
      from = start;
      lineEnd = start - 1;
      shortest = SHORTEST_LINE;
    }
    return from;
  }

  private static int startOfBase64(String text, int floor, int to) {
    int start = to;
    while (start > floor && isBase64(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isBase64(char c) {
    boolean digit = c < 128 && Character.isLetterOrDigit(c);
    return digit || c == '+' || c == '/' || c == '=' || c == '\r';
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
