package dev.faultline.evidence;

import dev.faultline.model.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a ConfigMap or Secret, those in base64 included; what is no text is left out. */
final class ConfigMapText {

  private ConfigMapText() {}

  static Map<String, String> ofConfigMap(JsonObject tree) {
    var texts = new LinkedHashMap<String, String>();
    texts.putAll(tree.texts("data"));
    decode(tree.object("binaryData"), texts);
    return texts;
  }

  static Map<String, String> ofSecret(JsonObject tree) {
    var texts = new LinkedHashMap<String, String>();
    decode(tree.object("data"), texts);
    texts.putAll(tree.texts("stringData"));
    return texts;
  }

  private static void decode(JsonObject encoded, Map<String, String> into) {
    encoded
        .members()
        .forEach(
            (key, value) ->
                value
                    .scalar()
                    .filter(text -> text.length() <= HostScanner.LONGEST_TEXT)
                    .flatMap(ConfigMapText::decoded)
                    .ifPresent(text -> into.put(key, text)));
  }

  private static Optional<String> decoded(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(text));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Not base64, as in a template whose value is filled in later, or no text, as in a keystore.
      return Optional.empty();
    }
  }
}
