package dev.faultline.evidence;

import java.util.Map;

/**
 * Puts values in place of {@code $(NAME)} as Kubernetes does, and of {@code ${NAME}}, {@code
 * ${NAME:default}} and {@code ${NAME:-default}} as shells and frameworks do. What is not known
 * leaves a gap, so that half a name is never taken for a whole one.
 */
final class Placeholders {

  /** Stands where a value is not known; no text of a manifest means anything by it. */
  static final char GAP = '\u0000';

  private static final int LONGEST_RESULT = HostScanner.LONGEST_TEXT;
  private static final int LONGEST_NAME = 256;

  private final String text;
  private final Map<String, String> values;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Placeholders(String text, Map<String, String> values) {
    this.text = text;
    this.values = values;
  }

  /** The text with what is known put in place. */
  static String expand(String text, Map<String, String> values) {
    return text.indexOf('$') < 0 ? text : new Placeholders(text, values).expand();
  }

  private String expand() {
    while (at < text.length() && out.length() < LONGEST_RESULT) {
      char c = text.charAt(at);
      if (c != '$' || at + 1 >= text.length()) {
        out.append(c);
        at++;
        continue;
      }
      switch (text.charAt(at + 1)) {
        case '$' -> {
          out.append('$');
          at += 2;
        }
        case '(' -> closed(')');
        case '{' -> closed('}');
        default -> plain();
      }
    }
    return out.toString();
  }

  private void closed(char close) {
    int from = at + 2;
    int until = Math.min(text.length(), from + LONGEST_NAME);
    int end = from;
    while (end < until && text.charAt(end) != close) {
      if (text.charAt(end) == '\n') {
        until = end;
        break;
      }
      end++;
    }
    if (end >= until) {
      out.append(GAP);
      at += 2;
      return;
    }
    var inside = text.substring(from, end);
    if (close == ')' && inside.indexOf(' ') >= 0) {
      // A command that a shell runs there: its words are read like any others.
      out.append("$(");
      at = from;
      return;
    }
    substitute(inside);
    at = end + 1;
  }

  private void plain() {
    int end = at + 1;
    while (end < text.length() && isVariableCharacter(text.charAt(end))) {
      end++;
    }
    if (end == at + 1) {
      out.append('$');
      at++;
      return;
    }
    substitute(text.substring(at + 1, end));
    at = end;
  }

  private void substitute(String inside) {
    int colon = inside.indexOf(':');
    var name = colon < 0 ? inside : inside.substring(0, colon);
    var known = values.get(name);
    if (known != null) {
      out.append(known, 0, Math.min(known.length(), LONGEST_RESULT - out.length()));
    } else if (colon >= 0) {
      var fallback = inside.substring(colon + 1);
      out.append(fallback.startsWith("-") ? fallback.substring(1) : fallback);
    } else {
      out.append(LinkVariable.host(name).orElse(String.valueOf(GAP)));
    }
  }

  private static boolean isVariableCharacter(char c) {
    return HostName.isLetter(c) || HostName.isDigit(c) || c == '_';
  }
}
