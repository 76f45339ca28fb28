package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.List;

/** Splits a text at any of some characters, in one pass; empty words are left out. */
final class Words {

  /** What separates words in a shell, quotes included. */
  static final String SHELL = " \t\r\n\"'`;|&()<>";

  private static final int MOST = 50_000;

  private Words() {}

  static List<String> of(String text, String separators) {
    var words = new ArrayList<String>();
    int start = 0;
    int end = Math.min(text.length(), HostScanner.LONGEST_TEXT);
    for (int i = 0; i <= end && words.size() < MOST; i++) {
      if (i == end || separators.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
