package dev.faultline.evidence;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file inside a configuration object. Its name or its first character tells the form; what does
 * not parse is read line by line, as it may be a template.
 */
final class ConfigFile {

  private static final int MOST_SETTINGS = 20_000;

  private ConfigFile() {}

  static List<Finding> read(String name, String text) {
    var bounded =
        text.length() > HostScanner.LONGEST_TEXT
            ? text.substring(0, HostScanner.LONGEST_TEXT)
            : text;
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".sh") || bounded.startsWith("#!")) {
      return ShellText.read(bounded, "line");
    }
    return tree(lower, bounded)
        .map(ConfigFile::settings)
        .map(settings -> SettingGroup.read(settings, SettingGroup.Bare.PASSED_OVER))
        .orElseGet(() -> ConfigLines.read(bounded));
  }

  private static Optional<List<Json>> tree(String name, String text) {
    boolean json = name.endsWith(".json") || text.stripLeading().startsWith("{");
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    try {
      if (json) {
        return Optional.of(List.of(JsonCodec.read(text)));
      }
      return yaml ? Optional.of(YamlCodec.readAll(text)) : Optional.empty();
    } catch (MalformedTextException e) {
      // A stranger's file in a form of its own: its lines are still worth reading.
      return Optional.empty();
    }
  }

  private static List<Setting> settings(List<Json> documents) {
    var settings = new ArrayList<Setting>();
    documents.forEach(document -> collect("", document, settings));
    return settings;
  }

  private static void collect(String path, Json value, List<Setting> into) {
    if (into.size() >= MOST_SETTINGS) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  (name, member) ->
                      collect(path.isEmpty() ? name : path + "." + name, member, into));
      case JsonArray array -> {
        for (int i = 0; i < array.items().size(); i++) {
          collect(path + "[" + i + "]", array.items().get(i), into);
        }
      }
      case Json.Text text -> into.add(new Setting(path, text.value()));
      case Json.Number ignored -> scalar(path, value, into);
      case Json.Bool ignored -> scalar(path, value, into);
      case Json.Null ignored -> {
        // Names nothing.
      }
    }
  }

  private static void scalar(String path, Json value, List<Setting> into) {
    value.scalar().ifPresent(text -> into.add(new Setting(path, text)));
  }
}
