package dev.faultline.diff;

import dev.faultline.diff.Row.Piece;
import java.util.ArrayList;
import java.util.List;

/** Marks the words in which two lines differ. */
record WordMarks(List<Piece> old, List<Piece> now, int shared) {

  /** Longer lines are marked from where they begin to differ to where they end to. */
  private static final int LONGEST = 2_000;

  static WordMarks of(String before, String after) {
    if (before.length() > LONGEST || after.length() > LONGEST) {
      return ofLongLines(before, after);
    }
    var old = words(before);
    var now = words(after);
    int[] matches = LineMatch.of(old, now);
    var gone = new boolean[old.size()];
    var come = new boolean[now.size()];
    java.util.Arrays.fill(come, true);
    int shared = 0;
    for (int i = 0; i < matches.length; i++) {
      gone[i] = matches[i] < 0;
      if (matches[i] >= 0) {
        come[matches[i]] = false;
        shared += old.get(i).isBlank() ? 0 : old.get(i).length();
      }
    }
    return new WordMarks(pieces(old, gone), pieces(now, come), shared);
  }

  /**
   * Whether two lines are so alike that they count as one line, changed.
   *
   * @param alone no other line comes into question: one word in common is enough
   */
  static boolean alike(String before, String after, boolean alone) {
    int longer = Math.max(before.strip().length(), after.strip().length());
    int shared = of(before, after).shared();
    return longer == 0 || shared * 3 >= longer || (alone && shared > 0);
  }

  private static WordMarks ofLongLines(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    start -= start > 0 && Character.isHighSurrogate(before.charAt(start - 1)) ? 1 : 0;
    int end = 0;
    while (end < most - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    end -= end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end)) ? 1 : 0;
    return new WordMarks(cut(before, start, end), cut(after, start, end), start + end);
  }

  private static List<Piece> cut(String line, int start, int end) {
    int marked = line.length() - end;
    return join(
        List.of(
            new Piece(line.substring(0, start), false),
            new Piece(line.substring(start, marked), true),
            new Piece(line.substring(marked), false)));
  }

  private static List<Piece> pieces(List<String> words, boolean[] marked) {
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < words.size(); i++) {
      pieces.add(new Piece(words.get(i), marked[i]));
    }
    return join(pieces);
  }

  /** Neighbours of one sort become one piece; empty ones go. */
  private static List<Piece> join(List<Piece> pieces) {
    var joined = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (piece.text().isEmpty()) {
        continue;
      }
      if (!joined.isEmpty() && joined.getLast().marked() == piece.marked()) {
        joined.add(new Piece(joined.removeLast().text() + piece.text(), piece.marked()));
      } else {
        joined.add(piece);
      }
    }
    return List.copyOf(joined);
  }

  /** Runs of letters and digits (a version is one), runs of blanks, and single signs. */
  static List<String> words(String line) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 1; i <= line.length(); i++) {
      if (i == line.length() || kind(line, i) != kind(line, i - 1) || kind(line, i) == 0) {
        words.add(line.substring(start, i));
        start = i;
      }
    }
    return line.isEmpty() ? List.of() : words;
  }

  private static int kind(String line, int at) {
    char c = line.charAt(at);
    if (c == '.' && isDigit(line, at - 1) && isDigit(line, at + 1)) {
      return 1;
    }
    if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_') {
      return 1;
    }
    return Character.isWhitespace(c) ? 2 : 0;
  }

  private static boolean isDigit(String line, int at) {
    return at >= 0 && at < line.length() && Character.isDigit(line.charAt(at));
  }
}
