package dev.faultline.workspace;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Finds what somebody means who types a few letters: every letter must occur, in order. The score
 * is higher for whole words, for beginnings of words and for letters that stand together.
 */
public final class Fuzzy {

  private static final int EXACT = 1_000;
  private static final int PREFIX = 600;
  private static final int WITHIN = 400;
  private static final int AT_WORD = 30;
  private static final int TOGETHER = 15;

  private final String query;

  public Fuzzy(String query) {
    this.query = query.strip().toLowerCase(Locale.ROOT);
  }

  public boolean isEmpty() {
    return query.isEmpty();
  }

  /**
   * How well the text fits; empty if it does not. A shorter text of the same fit comes first.
   *
   * @param in the text in lower case, so that ten thousand need not be converted at every key
   */
  public OptionalInt score(String in) {
    if (in.equals(query)) {
      return OptionalInt.of(EXACT);
    }
    int at = in.indexOf(query);
    if (at >= 0) {
      int place = at == 0 ? PREFIX : WITHIN + (startsWord(in, at) ? AT_WORD : 0);
      return OptionalInt.of(place - penalty(in));
    }
    return letters(in);
  }

  /** The letters one after the other: at beginnings of words if they can be found there. */
  private OptionalInt letters(String in) {
    var plain = letters(in, false);
    return plain.isEmpty()
        ? plain
        : OptionalInt.of(Math.max(plain.getAsInt(), letters(in, true).orElse(0)));
  }

  private OptionalInt letters(String in, boolean atWords) {
    int score = 0;
    int from = 0;
    int last = -2;
    for (int i = 0; i < query.length(); i++) {
      char wanted = query.charAt(i);
      if (Character.isWhitespace(wanted)) {
        continue;
      }
      int at = atWords ? atWord(in, wanted, from) : in.indexOf(wanted, from);
      if (at < 0) {
        return OptionalInt.empty();
      }
      score += at == last + 1 ? TOGETHER : 0;
      score += startsWord(in, at) ? AT_WORD : 0;
      last = at;
      from = at + 1;
    }
    return OptionalInt.of(score - penalty(in));
  }

  private static int atWord(String in, char wanted, int from) {
    for (int at = in.indexOf(wanted, from); at >= 0; at = in.indexOf(wanted, at + 1)) {
      if (startsWord(in, at)) {
        return at;
      }
    }
    return in.indexOf(wanted, from);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static int penalty(String text) {
    return Math.min(text.length(), 100) / 4;
  }
}
