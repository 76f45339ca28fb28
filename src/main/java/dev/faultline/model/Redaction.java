package dev.faultline.model;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.List;

/**
 * Hides what looks like a secret wherever text leaves Faultline: user-info of a URL, values under
 * names that speak of passwords, tokens, keys or credentials, private keys and well-known tokens.
 *
 * <p>Redacting twice gives the same as redacting once, and text keeps its number of lines. All of
 * it takes time linear in the length, whatever a stranger wrote.
 */
public final class Redaction {

  /** What stands in place of a hidden value. */
  public static final String MASK = "••••••";

  /** A mask may uncover a pair where a longer one stood; a few passes settle every text. */
  private static final int MOST_PASSES = 8;

  private Redaction() {}

  /** Whether a value under this name must not be shown: {@code DB_PASSWORD}, {@code apiKey}. */
  public static boolean isSecretName(String name) {
    return SecretNames.isSecret(name);
  }

  /** The value as it may be shown under its name. */
  public static String value(String name, String value) {
    return isSecretName(name) && !SecretNames.isHarmless(value) ? MASK : text(value);
  }

  /** Free text (a log line, a properties file, JSON, YAML, a connection string) without secrets. */
  public static String text(String text) {
    if (text.length() < 4) {
      return text;
    }
    var hidden = hide(text);
    for (int pass = 1; pass < MOST_PASSES && !hidden.equals(text); pass++) {
      text = hidden;
      hidden = hide(text);
    }
    return hidden;
  }

  private static String hide(String text) {
    return TokenShapes.hide(SecretPairs.hide(UserInfo.hide(PrivateKeys.hide(text))));
  }

  /** Command-line arguments, with {@code --password=x} and {@code --password x} hidden. */
  public static List<String> arguments(List<String> arguments) {
    return SecretArguments.hide(arguments);
  }

  /** A whole object of Kubernetes, its annotations and a ConfigMap's files included. */
  public static Manifest manifest(Manifest manifest) {
    return new Manifest(SecretTree.of(manifest.kind()).hide(manifest.tree()));
  }

  /** A part of a manifest, of the same shape: only texts and numbers are replaced. */
  public static Json tree(Json tree) {
    return switch (tree) {
      case JsonObject object -> SecretTree.of(Kind.of("", "")).hide(object);
      case JsonArray array -> SecretTree.of(Kind.of("", "")).hide(array);
      case Json.Text text -> Json.of(text(text.value()));
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }
}
