package dev.faultline.model;

/** Hides the bodies of PEM blocks that hold a private key; certificates are public and stay. */
final class PrivateKeys {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END";
  private static final int LONGEST_LABEL = 80;

  private PrivateKeys() {}

  static String hide(String text) {
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
