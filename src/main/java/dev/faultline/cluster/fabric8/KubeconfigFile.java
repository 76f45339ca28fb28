package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kubeconfig file, read and checked, before it is merged with others. */
record KubeconfigFile(
    Path path,
    Optional<String> currentContext,
    Map<String, JsonObject> contexts,
    Map<String, JsonObject> clusters,
    Map<String, JsonObject> users) {

  private static final List<String> BASE64 =
      List.of("certificate-authority-data", "client-certificate-data", "client-key-data");

  /**
   * @throws BrokenKubeconfigException naming the line
   */
  static KubeconfigFile read(Path path) throws IOException {
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new BrokenKubeconfigException("it is not UTF-8 text");
    }
    try {
      var documents = YamlCodec.readAll(text);
      var root = documents.isEmpty() ? JsonObject.EMPTY : documents.getFirst();
      if (!(root instanceof JsonObject config)) {
        throw new BrokenKubeconfigException(1, "a kubeconfig must hold names with values");
      }
      return new KubeconfigFile(
          path.toAbsolutePath(),
          config.text("current-context").filter(name -> !name.isEmpty()),
          entries(text, config, "contexts", "context"),
          entries(text, config, "clusters", "cluster"),
          entries(text, config, "users", "user"));
    } catch (MalformedTextException e) {
      throw new BrokenKubeconfigException(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, JsonObject> entries(
      String text, JsonObject config, String list, String member) {
    var found = config.find(list).filter(value -> value != Json.Null.NULL);
    if (found.isEmpty()) {
      return Map.of();
    }
    if (!(found.get() instanceof JsonArray array)) {
      throw new BrokenKubeconfigException(YamlLines.of(text, list), list + " must be a list");
    }
    var entries = new LinkedHashMap<String, JsonObject>();
    for (int i = 0; i < array.items().size(); i++) {
      int index = i;
      if (!(array.items().get(i) instanceof JsonObject entry)) {
        throw new BrokenKubeconfigException(
            YamlLines.of(text, list, i), "each of " + list + " needs a name and a " + member);
      }
      var name =
          entry
              .text("name")
              .orElseThrow(
                  () ->
                      new BrokenKubeconfigException(
                          YamlLines.of(text, list, index), "one of " + list + " has no name"));
      checkEncoded(text, entry.object(member), list, i, member);
      entries.putIfAbsent(name, entry.object(member));
    }
    return entries;
  }

  private static void checkEncoded(
      String text, JsonObject entry, String list, int index, String member) {
    for (String name : BASE64) {
      var data = entry.text(name);
      if (data.isPresent() && decode(data.get()).isEmpty()) {
        throw new BrokenKubeconfigException(
            YamlLines.of(text, list, index, member, name), name + " is not base64");
      }
    }
  }

  static Optional<byte[]> decode(String data) {
    try {
      return Optional.of(Base64.getDecoder().decode(data.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
