package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.List;

/** Reads a shell script, or a command written as one string, line by line. */
final class ShellText {

  private static final int MOST_LINES = 20_000;

  private ShellText() {}

  static List<Finding> read(String script, String place) {
    var found = new ArrayList<Finding>();
    script
        .lines()
        .limit(MOST_LINES)
        .forEach(
            line -> {
              boolean comment = line.stripLeading().startsWith("#");
              CommandWords.read(Words.of(line, Words.SHELL), place).stream()
                  .map(finding -> comment ? finding.doubted(Doubt.COMMENT) : finding)
                  .forEach(found::add);
            });
    return found;
  }
}
