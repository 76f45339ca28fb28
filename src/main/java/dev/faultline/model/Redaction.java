package dev.faultline.model;

import java.util.regex.Pattern;

/**
 * Hides what looks like a secret wherever text leaves Faultline: user-info of a URL, and values
 * under names that speak of passwords, tokens, keys or credentials.
 */
public final class Redaction {

  /** What stands in place of a hidden value. */
  public static final String MASK = "••••••";

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)passw(or)?d|passphrase|passwd|pwd|token|secret|credential|api[-_.]?key|access[-_.]?key"
              + "|private[-_.]?key|[-_.]key$|^key$");
  private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s\"']+@");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|token|secret|api[-_]?key|access[-_]?key)[\"']?\\s*[=:]\\s*[\"']?)"
              + "([^\\s;&,\"']+)");

  private Redaction() {}

  /** Whether a value under this name must not be shown. */
  public static boolean isSecretName(String name) {
    return SECRET_NAME.matcher(name).find();
  }

  /** The value as it may be shown under its name. */
  public static String value(String name, String value) {
    return isSecretName(name) && !value.isEmpty() ? MASK : text(value);
  }

  /** Free text with user-info of URLs and values beside secret names hidden. */
  public static String text(String text) {
    String withoutUsers = USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
    return PAIR.matcher(withoutUsers).replaceAll("$1" + MASK);
  }
}
