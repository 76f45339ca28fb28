package dev.faultline.settings;

import dev.faultline.settings.WindowSettings.Theme;
import dev.faultline.text.WholeCharacters;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads settings from YAML. Works on nodes rather than plain values, because a node knows its line,
 * and a person who edited the file by hand needs it.
 */
final class SettingsYaml {

  private static final List<String> TELEMETRY = List.of("prometheus", "zipkin", "jaeger");

  private SettingsYaml() {}

  /**
   * @throws BrokenSettingsException naming the line
   */
  static Settings read(String text) {
    return compose(text).map(SettingsYaml::settings).orElse(Settings.EMPTY);
  }

  static Optional<Node> compose(String text) {
    try {
      return new Compose(LoadSettings.builder().build()).composeReader(new WholeCharacters(text));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new BrokenSettingsException(line, e.getProblem());
    } catch (YamlEngineException e) {
      throw new BrokenSettingsException(1, String.valueOf(e.getMessage()));
    }
  }

  private static Settings settings(Node root) {
    var members = members(root, "the file");
    var contexts = new LinkedHashMap<String, ContextSettings>();
    at(members, "contexts")
        .ifPresent(
            node ->
                members(node, "contexts")
                    .forEach((name, context) -> contexts.put(name, context(name, context))));
    var flags = new LinkedHashMap<String, Boolean>();
    at(members, "flags")
        .ifPresent(
            node ->
                members(node, "flags").forEach((name, flag) -> flags.put(name, bool(flag, name))));
    return new Settings(
        contexts,
        flags,
        at(members, "window").map(SettingsYaml::window).orElse(WindowSettings.START),
        at(members, "logFolder").map(node -> path(node, "logFolder")),
        at(members, "traffic").map(TrafficYaml::read).orElse(TrafficSettings.EMPTY));
  }

  private static WindowSettings window(Node node) {
    var members = members(node, "window");
    var start = WindowSettings.START;
    return new WindowSettings(
        at(members, "theme").map(SettingsYaml::theme).orElse(start.theme()),
        at(members, "fontSize").map(SettingsYaml::fontSize).orElse(start.fontSize()),
        at(members, "lastContexts")
            .map(contexts -> texts(contexts, "lastContexts"))
            .orElse(start.lastContexts()));
  }

  private static Theme theme(Node node) {
    return switch (text(node, "theme")) {
      case "system" -> Theme.SYSTEM;
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default ->
          throw new BrokenSettingsException(line(node), "theme must be system, light or dark");
    };
  }

  private static int fontSize(Node node) {
    try {
      return Integer.parseInt(text(node, "fontSize"));
    } catch (NumberFormatException e) {
      throw new BrokenSettingsException(line(node), "fontSize must be a whole number");
    }
  }

  static Path path(Node node, String name) {
    try {
      return Path.of(text(node, name));
    } catch (InvalidPathException e) {
      throw new BrokenSettingsException(line(node), name + " is no path");
    }
  }

  private static ContextSettings context(String name, Node node) {
    var members = members(node, "context " + name);
    var start = ContextSettings.startingFor(name);
    return new ContextSettings(
        at(members, "colour").map(colour -> text(colour, "colour")),
        at(members, "environment").map(words -> text(words, "environment")),
        at(members, "protected")
            .map(value -> bool(value, "protected"))
            .orElse(start.protectedContext()),
        at(members, "readOnly").map(value -> bool(value, "readOnly")).orElse(start.readOnly()),
        at(members, "secretAddresses")
            .map(value -> bool(value, "secretAddresses"))
            .orElse(start.secretAddresses()),
        at(members, "namespaces")
            .map(names -> texts(names, "namespaces"))
            .orElse(start.namespaces()),
        at(members, "telemetry").map(SettingsYaml::telemetry).orElse(Map.of()),
        at(members, "edges").map(MendedEdges::read).orElse(List.of()));
  }

  private static Map<String, String> telemetry(Node node) {
    var places = new LinkedHashMap<String, String>();
    members(node, "telemetry")
        .forEach(
            (kind, place) -> {
              if (!TELEMETRY.contains(kind)) {
                throw new BrokenSettingsException(
                    line(place), "telemetry knows " + String.join(", ", TELEMETRY));
              }
              places.put(kind, text(place, kind));
            });
    return places;
  }

  static Optional<Node> at(Map<String, Node> members, String name) {
    return Optional.ofNullable(members.get(name)).filter(node -> !isNull(node));
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("null")
            || scalar.getValue().equals("~"));
  }

  static Map<String, Node> members(Node node, String what) {
    if (isNull(node)) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      throw new BrokenSettingsException(line(node), what + " must hold names with values");
    }
    var members = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      members.put(text(tuple.getKeyNode(), "a name"), tuple.getValueNode());
    }
    return members;
  }

  private static boolean bool(Node node, String name) {
    return switch (text(node, name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BrokenSettingsException(line(node), name + " must be true or false");
    };
  }

  static String text(Node node, String name) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new BrokenSettingsException(line(node), name + " must be a plain text");
  }

  private static List<String> texts(Node node, String name) {
    if (!(node instanceof SequenceNode sequence)) {
      throw new BrokenSettingsException(line(node), name + " must be a list");
    }
    var texts = new ArrayList<String>();
    sequence.getValue().forEach(item -> texts.add(text(item, "each of " + name)));
    return texts;
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
