package dev.faultline.evidence;

import java.util.Locale;
import java.util.Optional;

/** Tells what can be the name of a host from what cannot. */
final class HostName {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private HostName() {}

  /**
   * The name in lower case and without trailing dot; empty for what is no DNS name, for addresses
   * made of digits and for this machine itself.
   */
  static Optional<String> normal(String text) {
    int end = text.length();
    if (end > 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    if (end == 0 || end > LONGEST || !isDnsName(text, end)) {
      return Optional.empty();
    }
    var name = text.substring(0, end).toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.startsWith("localhost.")
        ? Optional.empty()
        : Optional.of(name);
  }

  /** Whether the name says of itself that it is a Service: {@code name.namespace.svc…}. */
  static boolean isQualified(String name) {
    int first = name.indexOf('.');
    if (first <= 0) {
      return false;
    }
    return name.endsWith(".svc")
        ? name.indexOf('.', first + 1) > 0
        : name.indexOf(".svc.", first + 1) > 0;
  }

  static boolean isNameCharacter(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_';
  }

  static boolean isDigit(char c) {
    return isAsciiDigit(c);
  }

  static boolean isAsciiDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDnsName(String text, int end) {
    boolean letter = false;
    int label = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (label == 0 || text.charAt(i - 1) == '-') {
          return false;
        }
        label = 0;
        continue;
      }
      boolean fits = isLetter(c) || isDigit(c) || (c == '-' && label > 0);
      if (!fits || ++label > LONGEST_LABEL) {
        return false;
      }
      letter |= isLetter(c);
    }
    return letter && label > 0 && text.charAt(end - 1) != '-';
  }
}
