package dev.faultline.model;

import java.util.Locale;
import java.util.Set;

/** Finds how far a value reaches beside a secret name; where in doubt, rather too far. */
final class ValueExtent {

  private static final Set<String> CONNECTION_WORDS =
      Set.of("password", "pwd", "accountkey", "sharedaccesskey", "sharedaccesssignature");
  private static final Set<String> SCHEMES =
      Set.of("bearer", "basic", "token", "digest", "negotiate", "apikey", "aws4-hmac-sha256");

  private static final int LONGEST_CONNECTION_WORD = 1_000;

  private final String text;
  private int noDoubleQuoteFrom = Integer.MAX_VALUE;
  private int noSingleQuoteFrom = Integer.MAX_VALUE;
  private boolean unbalanced;

  ValueExtent(String text) {
    this.text = text;
  }

  /**
   * A name and where its value begins.
   *
   * @param spaced a blank stands between separator and value
   * @param quoted the name stands in quotes, as in JSON
   * @param first the name begins its line, or the quoted text it stands in
   * @param context what stands before the name, blanks aside; a line feed if nothing does
   * @param openQuote the quote that encloses the whole pair, or 0
   */
  record Pair(
      String name,
      char separator,
      boolean spaced,
      boolean quoted,
      boolean first,
      char context,
      char openQuote,
      int lineStart,
      int value) {

    /** The same with its value beginning elsewhere. */
    Pair from(int start) {
      return new Pair(name, separator, spaced, quoted, first, context, openQuote, lineStart, start);
    }
  }

  int end(Pair pair) {
    int value = pair.value();
    if (value >= text.length() || text.charAt(value) == '\n') {
      return pair.separator() == ':' && pair.first() ? endOfBlock(pair, value) : value;
    }
    char c = text.charAt(value);
    if (c == '"' || c == '\'' || (c == '\\' && text.startsWith("\\\"", value))) {
      return withWhatFollows(pair, endOfQuoted(value));
    }
    if (pair.separator() == ':' && (c == '|' || c == '>') && isBlockHeader(value)) {
      return endOfBlock(pair, Masking.endOfLine(text, value, text.length()));
    }
    if (c == '[' || c == '{') {
      int end = endOfBrackets(value);
      if (end > 0) {
        return pair.first() && !pair.quoted() && !endsLine(end)
            ? Math.max(end, endOfPlain(pair.from(end)))
            : withWhatFollows(pair, end);
      }
    }
    return endOfPlain(pair);
  }

  private boolean endsLine(int end) {
    int next = Masking.skipBlanks(text, end, text.length());
    return next >= text.length() || text.charAt(next) == '\n';
  }

  /** What is glued to a quoted value belongs to it: {@code "abc"def}. */
  private int withWhatFollows(Pair pair, int end) {
    boolean ends = end >= text.length() || " \t\r\n,;&)]}<\"'`\\#".indexOf(text.charAt(end)) >= 0;
    return ends ? end : Math.max(end, endOfPlain(pair.from(end)));
  }

  private int endOfPlain(Pair pair) {
    int value = pair.value();
    if (pair.context() == '?' || pair.context() == '&' || pair.name().startsWith("u0026")) {
      return until(value, "&#\"'<> \t\r\n`", pair.openQuote(), true);
    }
    if (pair.context() == ';' || isConnectionString(pair)) {
      return until(value, ";\n", pair.openQuote(), false);
    }
    boolean listed = "{,([".indexOf(pair.context()) >= 0;
    if (listed && !pair.first()) {
      return trimmed(value, until(value, ",})]\n", pair.openQuote(), false));
    }
    if (pair.first()) {
      int end = pair.openQuote() == 0 ? endOfLines(value) : endInQuote(value, pair.openQuote());
      return trimmed(value, pair.quoted() && endsWithComma(value, end) ? end - 1 : end);
    }
    return endOfWords(value, pair.openQuote());
  }

  /** One word; or two, if the first says how the second is to be read ("Bearer ..."). */
  private int endOfWords(int value, char quote) {
    int end = until(value, " \t\r\n", quote, false);
    if (SCHEMES.contains(
        text.substring(value, Math.min(end, value + 30)).toLowerCase(Locale.ROOT))) {
      int next = Masking.skipBlanks(text, end, text.length());
      return until(next, " \t\r\n", quote, false);
    }
    return end;
  }

  private int until(int from, String stops, char quote, boolean inUrl) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (stops.indexOf(c) >= 0 || c == '\n' || (quote != 0 && c == quote)) {
        break;
      }
      if (inUrl && c == '\\' && text.startsWith("\\u0026", at)) {
        break;
      }
      at++;
    }
    return at;
  }

  private int endInQuote(int from, char quote) {
    return until(from, "\n", quote, false);
  }

  /** To the end of the line, and of those that a backslash at the end joins to it. */
  private int endOfLines(int from) {
    int end = Masking.endOfLine(text, from, text.length());
    while (end < text.length() && end > from && text.charAt(end - 1) == '\\') {
      end = Masking.endOfLine(text, end + 1, text.length());
    }
    return end;
  }

  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && Masking.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean endsWithComma(int from, int to) {
    return to > from && text.charAt(to - 1) == ',';
  }

  /**
   * {@code Password=x;Server=y} at the start of a line: the semicolon parts, it isn't the value's.
   */
  private boolean isConnectionString(Pair pair) {
    if (pair.separator() != '='
        || !pair.first()
        || !CONNECTION_WORDS.contains(pair.name().toLowerCase(Locale.ROOT))) {
      return false;
    }
    int most = Math.min(text.length(), pair.value() + LONGEST_CONNECTION_WORD);
    int end = Masking.endOfLine(text, pair.value(), most);
    int semicolon = text.indexOf(';', pair.value(), end);
    if (semicolon < 0) {
      return false;
    }
    int at = semicolon + 1;
    while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    return at == end || (at > semicolon + 1 && text.charAt(at) == '=');
  }

  /** Lines indented deeper than the pair's own: a block scalar, a list, a mapping of secrets. */
  private int endOfBlock(Pair pair, int from) {
    int indent = Masking.skipBlanks(text, pair.lineStart(), text.length()) - pair.lineStart();
    int end = Math.min(from, text.length());
    int line = end + 1;
    while (line < text.length()) {
      int lineEnd = Masking.endOfLine(text, line, text.length());
      int start = Masking.skipBlanks(text, line, lineEnd);
      boolean item = start < lineEnd && text.startsWith("- ", start) && start - line == indent;
      if (start < lineEnd && start - line <= indent && !item) {
        break;
      }
      end = start < lineEnd ? lineEnd : end;
      line = lineEnd + 1;
    }
    return end;
  }

  private boolean isBlockHeader(int value) {
    int at = value + 1;
    while (at < text.length() && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    at = Masking.skipBlanks(text, at, text.length());
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '#';
  }

  /** Behind the closing quote; to the end of the line if there is none. */
  private int endOfQuoted(int value) {
    boolean escaped = text.charAt(value) == '\\';
    char quote = text.charAt(escaped ? value + 1 : value);
    var fence = String.valueOf(quote).repeat(3);
    if (!escaped && text.startsWith(fence, value)) {
      int close = text.indexOf(fence, value + 3);
      return close < 0 ? text.length() : close + 3;
    }
    if (value >= (quote == '"' ? noDoubleQuoteFrom : noSingleQuoteFrom)) {
      return Masking.endOfLine(text, value, text.length());
    }
    int at = value + (escaped ? 2 : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (escaped && c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == quote) {
        return at + 2;
      }
      if (c == quote && quote == '\'' && text.startsWith("''", at)) {
        at++;
      } else if (c == quote) {
        return escaped ? at : at + 1;
      } else if (c == '\\' && quote == '"') {
        at++;
      }
      at++;
    }
    if (quote == '"') {
      noDoubleQuoteFrom = value;
    } else {
      noSingleQuoteFrom = value;
    }
    return Masking.endOfLine(text, value, text.length());
  }

  /** Behind the bracket that closes the one at {@code value}, or -1 if none does. */
  private int endOfBrackets(int value) {
    int depth = 0;
    char quote = 0;
    for (int at = value; at < text.length() && !unbalanced; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        at += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return at + 1;
      }
    }
    // A second search could only find as little: it would make broken text slow.
    unbalanced = true;
    return -1;
  }

  /** {@code password:hunter2} is a pair, {@code token:8080} and {@code secret:1.4.2} are not. */
  boolean isPlainPair(Pair pair) {
    int at = pair.value();
    if (at >= text.length() || text.charAt(at) == '\n') {
      return pair.first();
    }
    if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
      return true;
    }
    int end = at;
    while (end < text.length() && end < at + 22 && " \t\r\n,;/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean version = end - at <= 20 && (Character.isDigit(text.charAt(at)) || isTag(at, end));
    for (int i = at + 1; i < end && version; i++) {
      char c = text.charAt(i);
      version = Character.isDigit(c) || ".-".indexOf(c) >= 0 || isTag(at, end);
    }
    return pair.first() && !version;
  }

  private boolean isTag(int from, int to) {
    var word = text.substring(from, to);
    return word.equals("latest")
        || (word.length() > 1 && word.charAt(0) == 'v' && Character.isDigit(word.charAt(1)));
  }

  /** The first word of a value, without its quotes. */
  String word(int value) {
    int start = value;
    while (start < text.length() && start < value + 3 && "\"'\\".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length()
        && end < start + 200
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Where the argument after a flag begins, or -1: a blank, a list's comma or its next line. */
  int nextArgument(int flagEnd, boolean quoted) {
    int at = flagEnd;
    if (quoted) {
      at = at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
      at = Masking.skipBlanks(text, at, text.length());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        return at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0 && !isFlag(at + 1)
            ? at
            : -1;
      }
    }
    int blank = Masking.skipBlanks(text, at, text.length());
    if (blank < text.length() && text.charAt(blank) == '\n') {
      int item = Masking.skipBlanks(text, blank + 1, text.length());
      return text.startsWith("- ", item) && !isFlag(item + 2) ? item + 2 : -1;
    }
    boolean word = blank > at && blank < text.length() && "=:,;)".indexOf(text.charAt(blank)) < 0;
    return word && !isFlag(blank) ? blank : -1;
  }

  private boolean isFlag(int at) {
    return at >= text.length() || text.charAt(at) == '-';
  }

  int endOfWord(int value) {
    char c = text.charAt(value);
    return c == '"' || c == '\'' ? endOfQuoted(value) : until(value, " \t\r\n", (char) 0, false);
  }
}
