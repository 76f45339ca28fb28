package dev.faultline.ui.service;

import dev.faultline.model.Redaction;
import java.util.regex.Pattern;

/**
 * Hides secrets in a log line by line, as the lines come: what spans several, a private key, is
 * remembered from its first line to its last.
 */
final class LogMask {

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----");
  private static final String END = "-----END";

  /** PEM parts base64 into lines of 64; one that is no hexadecimal digest either is a key's. */
  private static final Pattern BODY = Pattern.compile("(?![0-9a-fA-F]{64}$)[A-Za-z0-9+/]{64}");

  private boolean inside;

  String line(String line) {
    if (inside) {
      boolean last = line.contains(END);
      inside = !last;
      return last ? Redaction.text(line.substring(line.indexOf(END))) : Redaction.MASK;
    }
    var begin = BEGIN.matcher(line);
    if (begin.find()) {
      inside = !line.substring(begin.end()).contains(END);
      return Redaction.text(line.substring(0, begin.end())) + Redaction.MASK;
    }
    return BODY.matcher(line.strip()).matches() ? Redaction.MASK : Redaction.text(line);
  }
}
