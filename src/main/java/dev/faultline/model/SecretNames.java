package dev.faultline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by a name whether what stands under it is a secret.
 *
 * <p>A name is read as words ({@code dbPassword}, {@code DB_PASSWORD} and {@code db-password} are
 * the same two), so that {@code MONKEY}, {@code KEYBOARD} and {@code TOKENIZER_MODEL} are none.
 * Decided on purpose:
 *
 * <ul>
 *   <li>{@code password}, {@code token}, {@code secret}, {@code credential} and the like make a
 *       name secret wherever they stand, unless its last word says that it only speaks about one:
 *       {@code secretName}, {@code TOKEN_URL}, {@code tokenExpirationSeconds}, {@code
 *       PASSWORD_FILE}. Such a value is still read as free text.
 *   <li>{@code key} makes a name secret at its end ({@code SIGNING_KEY}, {@code tls.key}, {@code
 *       KEY}), unless the word before it says what sort of harmless key it is: {@code publicKey},
 *       {@code partition-key}.
 *   <li>{@code MAX_TOKENS} counts tokens, {@code checksum/secret} is a digest.
 * </ul>
 */
final class SecretNames {

  private static final int LONGEST_NAME = 512;

  private static final Set<String> STRONG =
      Set.of(
          "password",
          "passwort",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "token",
          "secret",
          "credential",
          "cred",
          "jwt",
          "bearer",
          "authorization",
          "cookie",
          "otp",
          "totp");

  /** Ends of words that people write without a break: {@code dbpassword}, {@code apikey}. */
  private static final List<String> STRONG_ENDS =
      List.of(
          "passwd",
          "passphrase",
          "pwd",
          "token",
          "secret",
          "credential",
          "apikey",
          "accesskey",
          "accountkey",
          "authkey",
          "encryptionkey",
          "licensekey",
          "masterkey",
          "privatekey",
          "secretkey",
          "sharedkey",
          "signingkey",
          "sshkey");

  /** Words before {@code key} that make it a secret even when more words follow. */
  private static final Set<String> SECRET_KEYS =
      Set.of("api", "access", "account", "private", "secret", "signing", "encryption", "shared");

  private static final Set<String> HARMLESS_KEYS =
      Set.of(
          "public",
          "publishable",
          "primary",
          "foreign",
          "partition",
          "routing",
          "sort",
          "cache",
          "topology",
          "label",
          "annotation",
          "index",
          "search",
          "lookup",
          "object",
          "message",
          "record",
          "idempotency",
          "dedup",
          "deduplication",
          "config",
          "translation",
          "metadata");

  /** Last words that say: about a secret, not the secret itself. */
  private static final Set<String> ABOUT =
      Set.of(
          "name",
          "ref",
          "reference",
          "path",
          "dir",
          "directory",
          "file",
          "filename",
          "url",
          "uri",
          "endpoint",
          "host",
          "hostname",
          "port",
          "address",
          "addr",
          "service",
          "server",
          "namespace",
          "topic",
          "queue",
          "user",
          "username",
          "issuer",
          "audience",
          "realm",
          "scope",
          "header",
          "prefix",
          "suffix",
          "format",
          "type",
          "kind",
          "class",
          "algorithm",
          "alg",
          "encoder",
          "provider",
          "manager",
          "store",
          "engine",
          "backend",
          "mount",
          "volume",
          "arn",
          "expiration",
          "expiry",
          "expire",
          "ttl",
          "lifetime",
          "validity",
          "age",
          "seconds",
          "second",
          "minutes",
          "minute",
          "hours",
          "hour",
          "days",
          "day",
          "ms",
          "millis",
          "timeout",
          "interval",
          "period",
          "rotation",
          "skew",
          "length",
          "size",
          "count",
          "limit",
          "min",
          "max",
          "enabled",
          "enable",
          "disabled",
          "required",
          "optional",
          "mode",
          "policy",
          "strategy",
          "level",
          "status",
          "state",
          "version",
          "param",
          "parameter",
          "field",
          "column",
          "request",
          "requests",
          "reviews",
          "projection",
          "generator",
          "validator",
          "controller");

  /** Last words that change nothing: {@code API_KEY_PROD}, {@code client-key-data}. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "data",
          "value",
          "base",
          "b",
          "plain",
          "string",
          "text",
          "old",
          "new",
          "current",
          "previous",
          "primary",
          "secondary",
          "prod",
          "production",
          "dev",
          "test",
          "staging",
          "live",
          "default",
          "env");

  private static final Set<String> COUNTING =
      Set.of("max", "min", "num", "total", "prompt", "completion", "input", "output");

  private static final Set<String> SWITCHES =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "~", "none");

  private SecretNames() {}

  static boolean isSecret(String name) {
    if (name.length() > LONGEST_NAME) {
      return isSecret(name.substring(name.length() - LONGEST_NAME));
    }
    var words = words(name);
    int last = words.size() - 1;
    while (last > 0 && (NEUTRAL.contains(words.get(last)) || isNumber(words.get(last)))) {
      last--;
    }
    if (last < 0 || words.getFirst().equals("checksum")) {
      return false;
    }
    if (isSecretKey(words, last)) {
      return true;
    }
    return !ABOUT.contains(singular(words.get(last)))
        && !ABOUT.contains(words.get(last))
        && namesSecret(words.subList(0, last + 1));
  }

  /** A value that says nothing under any name: a switch, or where the secret is to come from. */
  static boolean isHarmless(String value) {
    var trimmed = value.strip();
    return trimmed.isEmpty()
        || SWITCHES.contains(trimmed.toLowerCase(Locale.ROOT))
        || isPlaceholder(trimmed, "${", "}")
        || isPlaceholder(trimmed, "$(", ")")
        || (trimmed.startsWith("{{") && trimmed.indexOf("}}") == trimmed.length() - 2);
  }

  /** {@code ${DB_PASSWORD}}, but not {@code ${DB_PASSWORD:changeme}}, which holds a default. */
  private static boolean isPlaceholder(String text, String open, String close) {
    return text.startsWith(open)
        && text.endsWith(close)
        && text.length() > 3
        && text.substring(2, text.length() - 1)
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }

  private static boolean namesSecret(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = singular(words.get(i));
      boolean counted = word.equals("token") && i > 0 && COUNTING.contains(words.get(i - 1));
      if (!counted && isStrong(word)) {
        return true;
      }
      if (i > 0 && word.equals("key") && SECRET_KEYS.contains(words.get(i - 1))) {
        return true;
      }
    }
    var last = words.getLast();
    boolean named = words.size() > 1;
    return last.equals("pass") || (named && (last.equals("auth") || last.equals("salt")));
  }

  private static boolean isStrong(String word) {
    return STRONG.contains(word)
        || word.contains("password")
        || STRONG_ENDS.stream().anyMatch(word::endsWith);
  }

  private static boolean isSecretKey(List<String> words, int last) {
    return singular(words.get(last)).equals("key")
        && (last == 0 || !HARMLESS_KEYS.contains(words.get(last - 1)));
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /** Splits at anything but letters and digits, between the two, and where the case rises. */
  static List<String> words(String name) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || breaksBefore(name, i)) {
        if (i > start && Character.isLetterOrDigit(name.charAt(start))) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i;
      }
    }
    return words;
  }

  private static boolean breaksBefore(String name, int i) {
    if (i == 0) {
      return false;
    }
    char before = name.charAt(i - 1);
    char here = name.charAt(i);
    if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(here)) {
      return true;
    }
    if (Character.isDigit(before) != Character.isDigit(here)) {
      return true;
    }
    boolean rises = Character.isLowerCase(before) && Character.isUpperCase(here);
    boolean endsAcronym =
        Character.isUpperCase(before)
            && Character.isUpperCase(here)
            && i + 1 < name.length()
            && Character.isLowerCase(name.charAt(i + 1))
            && !name.startsWith("s", i + 1);
    return rises || endsAcronym;
  }
}
