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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file inside a configuration object or a variable. Its name or its first characters tell the
 * form; what does not parse is read line by line, as it may be a template.
 */
final class ConfigFile {

  private static final int MOST_SETTINGS = 20_000;

  /** Endings of names whose text is a file, even on one line. */
  private static final Set<String> ENDINGS =
      Set.of(
          "json",
          "yaml",
          "yml",
          "xml",
          "properties",
          "toml",
          "ini",
          "conf",
          "cfg",
          "config",
          "env",
          "cnf",
          "php",
          "hcl");

  /**
   * Endings of texts that are shown, stored or run elsewhere: they mention, they don't configure.
   */
  private static final Set<String> DOCUMENTS =
      Set.of("sql", "md", "html", "htm", "css", "csv", "svg", "rst", "adoc", "ddl", "dump");

  private static final Set<String> DESK = Set.of("local", "localhost", "test", "junit", "ide");

  private final String name;
  private final String text;
  private final Map<String, String> values;
  private final List<Setting> settings = new ArrayList<>();

  private ConfigFile(String name, String text, Map<String, String> values) {
    this.name = name.toLowerCase(Locale.ROOT);
    this.text =
        text.length() > HostScanner.LONGEST_TEXT
            ? text.substring(0, HostScanner.LONGEST_TEXT)
            : text;
    this.values = values;
  }

  /** Whether a value under this name is a file with settings of its own, not one setting. */
  static boolean isFile(String name, String value) {
    var text = value.strip();
    return text.indexOf('\n') >= 0
        || ENDINGS.contains(ending(name.toLowerCase(Locale.ROOT)))
        || DOCUMENTS.contains(ending(name.toLowerCase(Locale.ROOT)))
        || (text.startsWith("{") && text.endsWith("}") && text.indexOf(':') >= 0);
  }

  /**
   * What the file names.
   *
   * @param values what is put in place of variables; known only to the texts of the parsed file, as
   *     a gap in the middle would spoil its form
   */
  static List<Finding> read(String name, String text, Map<String, String> values) {
    return new ConfigFile(name, text, values).read();
  }

  private List<Finding> read() {
    if (DOCUMENTS.contains(ending(name))) {
      return HostScanner.scan(text).stream()
          .map(mention -> Finding.weak("text", mention.host(), Doubt.DOCUMENT))
          .toList();
    }
    if (name.endsWith(".sh") || text.startsWith("#!")) {
      return ShellText.read(Placeholders.expand(text, values), "line");
    }
    if (name.endsWith(".xml") || text.startsWith("<?xml") || text.startsWith("<configuration")) {
      return XmlText.read(Placeholders.expand(text, values));
    }
    var tree = tree();
    if (tree.isEmpty()) {
      return ConfigLines.read(Placeholders.expand(text, values));
    }
    var found = new ArrayList<Finding>();
    tree.get().forEach(document -> found.addAll(document(document)));
    return found;
  }

  /** Ports and switches of one document say nothing about the next. */
  private List<Finding> document(Json document) {
    settings.clear();
    collect("", document);
    var found = SettingGroup.read(settings, SettingGroup.Bare.PASSED_OVER);
    return isForTheDesk(document)
        ? found.stream().map(one -> one.doubted(Doubt.OTHER_PROFILE)).toList()
        : found;
  }

  /** A document of Spring's for a profile that never runs in a cluster. */
  private static boolean isForTheDesk(Json document) {
    return document instanceof JsonObject object
        && Stream.of(
                object.text("spring", "config", "activate", "on-profile"),
                object.text("spring.config.activate.on-profile"),
                object.text("spring", "profiles"))
            .flatMap(Optional::stream)
            .anyMatch(profile -> DESK.contains(profile.strip().toLowerCase(Locale.ROOT)));
  }

  private Optional<List<Json>> tree() {
    var start = text.stripLeading();
    try {
      if (name.endsWith(".json") || start.startsWith("{") || start.startsWith("[{")) {
        return Optional.of(List.of(JsonCodec.read(text)));
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return Optional.of(YamlCodec.readAll(text));
      }
      return looksLikeYaml() ? mappings(YamlCodec.readAll(text)) : Optional.empty();
    } catch (MalformedTextException e) {
      // A stranger's file in a form of its own: its lines are still worth reading.
      return Optional.empty();
    }
  }

  /** A name that says nothing, and a line {@code key:} with something below it. */
  private boolean looksLikeYaml() {
    return !ENDINGS.contains(ending(name)) && text.contains(":\n");
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static Optional<List<Json>> mappings(List<Json> documents) {
    return documents.stream().allMatch(JsonObject.class::isInstance)
        ? Optional.of(documents)
        : Optional.empty();
  }

  private void collect(String path, Json value) {
    if (settings.size() >= MOST_SETTINGS) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object.members().forEach((key, member) -> collect(Setting.path(path, key), member));
      case JsonArray array -> {
        for (int i = 0; i < array.items().size(); i++) {
          collect(path + "[" + i + "]", array.items().get(i));
        }
      }
      case Json.Text written ->
          settings.add(new Setting(path, Placeholders.expand(written.value(), values)));
      case Json.Number ignored -> scalar(path, value);
      case Json.Bool ignored -> scalar(path, value);
      case Json.Null ignored -> {
        // Names nothing.
      }
    }
  }

  private void scalar(String path, Json value) {
    value.scalar().ifPresent(written -> settings.add(new Setting(path, written)));
  }
}
