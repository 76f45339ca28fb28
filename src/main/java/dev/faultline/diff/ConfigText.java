package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a ConfigMap's file as settings by name: properties, {@code .env}, INI, JSON, YAML. */
final class ConfigText {

  private static final Set<String> PROPERTIES =
      Set.of("properties", "env", "conf", "cfg", "ini", "toml");

  private static final int LARGEST = 1024 * 1024;

  private ConfigText() {}

  static boolean isFileName(String key) {
    return !extension(key).isEmpty();
  }

  /** The settings, nested names joined by dots; empty if the text is none of these. */
  static Optional<Map<String, String>> settings(String key, String text) {
    if (text.length() > LARGEST) {
      return Optional.empty();
    }
    var extension = extension(key);
    if (extension.equals("json") || text.stripLeading().startsWith("{")) {
      return tree(() -> JsonCodec.read(text));
    }
    if (extension.equals("yaml") || extension.equals("yml")) {
      return tree(() -> yaml(text));
    }
    if (PROPERTIES.contains(extension) || extension.isEmpty()) {
      return properties(text);
    }
    return Optional.empty();
  }

  private static String extension(String key) {
    var name = key.toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static Json yaml(String text) {
    var documents = YamlCodec.readAll(text);
    return documents.size() == 1 ? documents.getFirst() : new JsonArray(documents);
  }

  private static Optional<Map<String, String>> tree(java.util.function.Supplier<Json> reader) {
    try {
      var settings = new LinkedHashMap<String, String>();
      flatten("", reader.get(), settings);
      return settings.containsKey("") ? Optional.empty() : Optional.of(settings);
    } catch (MalformedTextException e) {
      // A template or broken: its lines can still be compared.
      return Optional.empty();
    }
  }

  private static void flatten(String path, Json value, Map<String, String> into) {
    switch (value) {
      case JsonObject object when !object.isEmpty() ->
          object
              .members()
              .forEach(
                  (name, member) ->
                      flatten(path.isEmpty() ? name : path + "." + name, member, into));
      case JsonArray array when !array.items().isEmpty() -> {
        for (int i = 0; i < array.items().size(); i++) {
          flatten(path + "[" + i + "]", array.items().get(i), into);
        }
      }
      default -> into.put(path, value.scalar().orElseGet(() -> JsonCodec.write(value)));
    }
  }

  /** Every line that is no comment must be a setting; a section's name goes before its settings. */
  private static Optional<Map<String, String>> properties(String text) {
    var settings = new LinkedHashMap<String, String>();
    var section = "";
    var joined = new StringBuilder();
    for (String line : text.lines().toList()) {
      joined.append(joined.isEmpty() ? line : line.stripLeading());
      if (line.endsWith("\\")) {
        joined.setLength(joined.length() - 1);
        continue;
      }
      var setting = joined.toString().strip();
      joined.setLength(0);
      if (setting.isEmpty() || "#!;".indexOf(setting.charAt(0)) >= 0) {
        continue;
      }
      if (setting.startsWith("[") && setting.endsWith("]")) {
        section = setting.substring(1, setting.length() - 1) + ".";
        continue;
      }
      int separator = separator(setting);
      if (separator <= 0) {
        return Optional.empty();
      }
      var name = section + setting.substring(0, separator).strip();
      if (settings.put(name, setting.substring(separator + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return settings.isEmpty() ? Optional.empty() : Optional.of(settings);
  }

  /** The first equals sign or colon, if what stands before it can be a name. */
  private static int separator(String setting) {
    for (int i = 0; i < setting.length(); i++) {
      char c = setting.charAt(i);
      if (c == '=' || c == ':') {
        return i;
      }
      boolean named = Character.isLetterOrDigit(c) || "._-[]/ \t\"'$*".indexOf(c) >= 0;
      if (!named || (Character.isWhitespace(c) && !isSeparatorNext(setting, i))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isSeparatorNext(String setting, int i) {
    var rest = setting.substring(i, Math.min(setting.length(), i + 40)).stripLeading();
    boolean export = setting.startsWith("export ") && i == "export".length();
    return export || rest.startsWith("=") || rest.startsWith(":");
  }
}
