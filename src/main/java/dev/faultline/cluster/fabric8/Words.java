package dev.faultline.cluster.fabric8;

import dev.faultline.model.Redaction;

/** Makes text from strangers (servers, plugins) fit for a sentence. */
final class Words {

  private static final int LONGEST = 400;

  private Words() {}

  /** One line, without control characters or secrets, of bearable length. */
  static String tidy(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    var tidy = Redaction.text(line.toString().strip().replaceAll("\\s+", " "));
    return tidy.length() <= LONGEST ? tidy : tidy.substring(0, LONGEST) + "…";
  }
}
