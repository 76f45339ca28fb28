package dev.faultline.model.json;

import java.util.Locale;
import java.util.Set;

/** Decides in which of YAML's styles a text can stand, and quotes what can't stand plain. */
final class YamlText {

  /** What some reader of YAML 1.1 or 1.2 takes for something else than a text. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private static final String NUMBER_SIGNS = "0123456789abcdefABCDEFxXoO_.:+-tTzZ";

  private YamlText() {}

  static boolean isPlain(String text) {
    if (text.isEmpty() || !startsPlain(text) || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (last == ' ' || last == ':' || looksLikeNumber(text)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separates =
          (c == ':' && text.charAt(i + 1) == ' ') || (c == '#' && text.charAt(i - 1) == ' ');
      if (separates || !isInnocent(c)) {
        return false;
      }
    }
    return true;
  }

  /** Signs of YAML at the beginning, and document marks, need quotes. */
  private static boolean startsPlain(String text) {
    char first = text.charAt(0);
    boolean flag = first == '-' && text.length() > 1 && startsFlag(text);
    return flag
        || Character.isLetterOrDigit(first)
        || ("/_$(+".indexOf(first) >= 0)
        || (first > 0xa0 && isPrintable(first))
        || (first == '.' && !text.startsWith("..."));
  }

  private static boolean startsFlag(String text) {
    int at = text.charAt(1) == '-' ? 2 : 1;
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  /** Plain in any reader: printable ASCII, and letters and signs beyond it. */
  private static boolean isInnocent(char c) {
    return (c >= ' ' && c < 0x7f) || (c > 0xa0 && isPrintable(c));
  }

  /** Also what is a number to some: sexagesimal, dates, hexadecimal. Versions stay plain. */
  private static boolean looksLikeNumber(String text) {
    char first = text.charAt(0);
    if (first > '9' || "0123456789+-.".indexOf(first) < 0 || isVersion(text)) {
      return false;
    }
    if (text.toLowerCase(Locale.ROOT).matches("[+-]?\\.(inf|nan)")) {
      return true;
    }
    return text.chars().allMatch(c -> NUMBER_SIGNS.indexOf(c) >= 0);
  }

  /** {@code 1.4.2}: digits with two dots or more are no number anywhere. */
  private static boolean isVersion(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
      dots += c == '.' ? 1 : 0;
    }
    return dots > 1;
  }

  /** Several lines of printable text, the first with something at its beginning. */
  static boolean isLiteral(String text) {
    if (text.indexOf('\n') < 0) {
      return false;
    }
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\n') {
      first++;
    }
    if (first == text.length() || Character.isWhitespace(text.charAt(first))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\t' && !isPrintable(c)) {
        return false;
      }
    }
    char last = text.charAt(text.length() - 1);
    return last != ' ' && last != '\t';
  }

  /** Surrogates are quoted: alone they are no character, and few texts have them. */
  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < 0x7f)
        || (c > 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c < 0xfffe && c != 0xfeff);
  }

  static String quote(String text) {
    var out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (isPrintable(c)) {
            out.append(c);
          } else {
            out.append("\\u").append(hex(c));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static String hex(char c) {
    var digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
