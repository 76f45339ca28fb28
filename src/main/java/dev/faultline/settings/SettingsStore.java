package dev.faultline.settings;

import dev.faultline.text.FileTrouble;
import dev.faultline.text.WholeCharacters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Keeps the settings in a YAML file that people may edit. A file that can't be understood is never
 * overwritten: saving sets it aside first. Members that this version does not know are kept.
 */
public final class SettingsStore {

  private final Path file;

  public SettingsStore(UserFolders folders) {
    this.file = folders.config().resolve("settings.yaml");
  }

  public Path file() {
    return file;
  }

  public SettingsReading load() {
    try {
      return new SettingsReading.Read(SettingsYaml.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return new SettingsReading.Read(Settings.EMPTY);
    } catch (BrokenSettingsException e) {
      return broken(String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return broken("it is not UTF-8 text");
    } catch (IOException e) {
      return broken("it can't be read (" + FileTrouble.words(e) + ")");
    }
  }

  private SettingsReading broken(String problem) {
    return new SettingsReading.Broken(
        "The settings in "
            + file
            + " can't be used, "
            + problem
            + "; correct the file, or move it away to start afresh.");
  }

  /**
   * Writes beside the file, then moves into its place, so that a crash leaves the old or the new.
   *
   * @return where a broken file was set aside, if there was one
   */
  public Optional<Path> save(Settings settings) throws IOException {
    Files.createDirectories(file.getParent());
    var setAside = setBrokenAside();
    var tree = keptMembers();
    tree.put("contexts", contexts(settings));
    tree.put("flags", new LinkedHashMap<>(settings.flags()));
    tree.put("window", window(settings.window()));
    tree.remove("logFolder");
    settings.logFolder().ifPresent(folder -> tree.put("logFolder", folder.toString()));
    var beside = Files.createTempFile(file.getParent(), "settings", ".new");
    try {
      Files.writeString(beside, text(tree));
      try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return setAside;
  }

  private Optional<Path> setBrokenAside() throws IOException {
    if (load() instanceof SettingsReading.Read) {
      return Optional.empty();
    }
    for (int n = 1; ; n++) {
      var aside = file.resolveSibling("settings.broken-" + n + ".yaml");
      if (!Files.exists(aside)) {
        return Optional.of(Files.move(file, aside));
      }
    }
  }

  private Map<String, Object> keptMembers() throws IOException {
    var kept = new LinkedHashMap<String, Object>();
    if (Files.exists(file)) {
      var loaded =
          new Load(LoadSettings.builder().build())
              .loadFromReader(new WholeCharacters(Files.readString(file)));
      if (loaded instanceof Map<?, ?> members) {
        members.forEach((name, value) -> kept.put(String.valueOf(name), value));
      }
    }
    return kept;
  }

  private static Map<String, Object> window(WindowSettings window) {
    var members = new LinkedHashMap<String, Object>();
    members.put("theme", window.theme().name().toLowerCase(Locale.ROOT));
    members.put("fontSize", window.fontSize());
    members.put("lastContexts", window.lastContexts());
    return members;
  }

  private static Map<String, Object> contexts(Settings settings) {
    var contexts = new LinkedHashMap<String, Object>();
    settings
        .contexts()
        .forEach(
            (name, context) -> {
              var members = new LinkedHashMap<String, Object>();
              context.colour().ifPresent(colour -> members.put("colour", colour));
              context.environment().ifPresent(words -> members.put("environment", words));
              members.put("protected", context.protectedContext());
              members.put("readOnly", context.readOnly());
              members.put("secretAddresses", context.secretAddresses());
              members.put("namespaces", context.namespaces());
              if (!context.telemetry().isEmpty()) {
                members.put("telemetry", new TreeMap<>(context.telemetry()));
              }
              if (!context.edges().isEmpty()) {
                members.put("edges", MendedEdges.tree(context.edges()));
              }
              contexts.put(name, members);
            });
    return contexts;
  }

  private static String text(Map<String, Object> tree) {
    var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return "# Faultline's settings. Saved by Faultline; may be edited by hand.\n"
        + new Dump(settings).dumpToString(tree);
  }
}
