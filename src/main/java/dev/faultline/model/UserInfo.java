package dev.faultline.model;

/**
 * Hides the user-info of URLs. People write passwords into URLs without escaping them, so a slash,
 * a question mark or an at sign may be part of one: where that is in doubt, more is hidden.
 */
final class UserInfo {

  private static final String ORACLE = "jdbc:oracle:";

  private UserInfo() {}

  static String hide(String text) {
    return hideBeforeSockets(hideOracle(hideAuthorities(text)));
  }

  /** {@code user:password@tcp(host:3306)/db}, as Go's MySQL driver wants it: no scheme at all. */
  private static String hideBeforeSockets(String text) {
    int at = nextSocket(text, 0);
    if (at < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    int floor = 0; // No character is gone back over twice.
    while (at >= 0) {
      int start = startOfWord(text, floor, at);
      int colon = text.indexOf(':', start, at);
      if (colon >= 0) {
        int name = text.lastIndexOf('=', colon);
        out.append(text, from, Math.max(start, name + 1)).append(Redaction.MASK);
        from = at;
      }
      floor = at;
      at = nextSocket(text, at + 1);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int nextSocket(String text, int from) {
    int at = text.indexOf('@', from);
    while (at >= 0 && !text.startsWith("tcp(", at + 1) && !text.startsWith("unix(", at + 1)) {
      at = text.indexOf('@', at + 1);
    }
    return at;
  }

  private static int startOfWord(String text, int floor, int end) {
    int start = end;
    while (start > floor
        && !Character.isWhitespace(text.charAt(start - 1))
        && !isQuote(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static String hideAuthorities(String text) {
    int separator = next(text, 0);
    if (separator < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (separator >= 0) {
      int start = separator + (text.charAt(separator + 1) == '/' ? 3 : 5);
      int following = next(text, start);
      int limit = following < 0 ? text.length() : schemeStart(text, start, following);
      int at = userInfoEnd(text, separator, start, limit);
      if (at > start) {
        out.append(text, from, start).append(Redaction.MASK);
        from = at;
      }
      separator = following;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The next {@code ://}, or {@code :\/\/} as some write it in JSON. */
  private static int next(String text, int from) {
    for (int i = text.indexOf(':', from); i >= 0; i = text.indexOf(':', i + 1)) {
      if (text.startsWith("//", i + 1) || text.startsWith("\\/\\/", i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static int schemeStart(String text, int floor, int separator) {
    int start = separator;
    while (start > floor && isScheme(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isScheme(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
  }

  /** Where the user-info ends (at its at sign), or -1 if there is none. */
  private static int userInfoEnd(String text, int separator, int start, int limit) {
    int end = start;
    int quote = -1;
    while (end < limit && !Character.isWhitespace(text.charAt(end)) && !isAngle(text, end)) {
      if (quote < 0 && isQuote(text.charAt(end))) {
        quote = end;
      }
      end++;
    }
    if (quote >= 0 && (isQuoted(text, separator) || text.indexOf('@', quote, end) < 0)) {
      end = quote;
    }
    int authority = start;
    while (authority < end && "/?#\\".indexOf(text.charAt(authority)) < 0) {
      authority++;
    }
    int firstAt = text.indexOf('@', start, end);
    if (firstAt < 0 || !holdsUserInfo(text, separator, start, authority, firstAt)) {
      return -1;
    }
    return lastAt(text, firstAt, end);
  }

  private static boolean holdsUserInfo(
      String text, int separator, int start, int authority, int firstAt) {
    if (firstAt < authority) {
      return true;
    }
    int colon = text.indexOf(':', start, authority);
    if (colon < 0 || text.charAt(start) == '[') {
      return false;
    }
    boolean port = authority > colon + 1;
    for (int i = colon + 1; i < authority; i++) {
      port &= Character.isDigit(text.charAt(i));
    }
    // A package registry or a mail address may follow a web server's port; a store's never has one.
    int scheme = schemeStart(text, 0, separator);
    boolean web = text.startsWith("http", scheme) || text.startsWith("ws", scheme);
    return !port || !web;
  }

  /** The last at sign before the query; a question mark without a parameter is no query. */
  private static int lastAt(String text, int firstAt, int end) {
    int query = firstAt;
    while (query < end && text.charAt(query) != '?' && text.charAt(query) != '#') {
      query++;
    }
    int inQuery = text.indexOf('@', query, end);
    boolean parameters = inQuery < 0 || text.indexOf('=', query, inQuery) >= 0;
    return text.lastIndexOf('@', (parameters ? query : end) - 1);
  }

  private static boolean isQuoted(String text, int separator) {
    int before = separator - 1;
    while (before >= 0 && (isScheme(text.charAt(before)) || text.charAt(before) == ':')) {
      before--;
    }
    return before >= 0 && isQuote(text.charAt(before));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isAngle(String text, int i) {
    return text.charAt(i) == '<' || text.charAt(i) == '>';
  }

  /** {@code jdbc:oracle:thin:scott/tiger@//host/service} has no authority to speak of. */
  private static String hideOracle(String text) {
    int found = text.indexOf(ORACLE);
    if (found < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (found >= 0) {
      int driver = found + ORACLE.length();
      int following = text.indexOf(ORACLE, driver);
      int limit = following < 0 ? text.length() : following;
      int start = text.indexOf(':', driver, limit) + 1;
      int at = start == 0 ? -1 : text.indexOf('@', start, limit);
      if (at > start && text.substring(start, at).chars().noneMatch(Character::isWhitespace)) {
        out.append(text, from, start).append(Redaction.MASK);
        from = at;
      }
      found = following;
    }
    return out.append(text, from, text.length()).toString();
  }
}
