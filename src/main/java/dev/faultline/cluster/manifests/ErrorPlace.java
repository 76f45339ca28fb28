package dev.faultline.cluster.manifests;

/** Takes "line 3, column 5: reason" apart, as the parsers' messages are written. */
record ErrorPlace(int line, String reason) {

  private static final String LINE = "line ";
  private static final int MOST_DIGITS = 9;

  static ErrorPlace of(String message) {
    if (!message.startsWith(LINE)) {
      return new ErrorPlace(1, message);
    }
    int end = LINE.length();
    while (end < message.length()
        && end - LINE.length() < MOST_DIGITS
        && Character.isDigit(message.charAt(end))) {
      end++;
    }
    int reason = message.indexOf(": ", end);
    if (end == LINE.length() || reason < 0) {
      return new ErrorPlace(1, message);
    }
    int line = Integer.parseInt(message.substring(LINE.length(), end));
    return new ErrorPlace(line, message.substring(reason + 2));
  }
}
