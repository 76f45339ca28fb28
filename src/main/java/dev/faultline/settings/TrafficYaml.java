package dev.faultline.settings;

import static dev.faultline.settings.SettingsYaml.at;
import static dev.faultline.settings.SettingsYaml.line;
import static dev.faultline.settings.SettingsYaml.members;
import static dev.faultline.settings.SettingsYaml.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what the settings say of observed traffic. */
final class TrafficYaml {

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private TrafficYaml() {}

  static TrafficSettings read(Node node) {
    var members = members(node, "traffic");
    return new TrafficSettings(
        at(members, "servers").map(TrafficYaml::servers).orElse(List.of()),
        at(members, "names").map(names -> texts(names, "names")).orElse(Map.of()));
  }

  private static List<TelemetryServer> servers(Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw new BrokenSettingsException(line(node), "servers must be a list");
    }
    return list.getValue().stream().map(TrafficYaml::server).toList();
  }

  private static TelemetryServer server(Node node) {
    var members = members(node, "a server");
    var url =
        at(members, "url")
            .map(value -> text(value, "url"))
            .orElseThrow(() -> new BrokenSettingsException(line(node), "a server needs a url"));
    return new TelemetryServer(
        url,
        at(members, "tokenFile").map(value -> SettingsYaml.path(value, "tokenFile")),
        at(members, "user").map(value -> text(value, "user")),
        at(members, "passwordFile").map(value -> SettingsYaml.path(value, "passwordFile")),
        at(members, "caFile").map(value -> SettingsYaml.path(value, "caFile")),
        at(members, "headers").map(value -> texts(value, "headers")).orElse(Map.of()),
        at(members, "labels").map(TrafficYaml::labels).orElse(Map.of()));
  }

  private static Map<String, String> labels(Node node) {
    var labels = texts(node, "labels");
    if (!labels.keySet().stream().allMatch(name -> LABEL.matcher(name).matches())) {
      throw new BrokenSettingsException(line(node), "labels must be named as in Prometheus");
    }
    return labels;
  }

  private static Map<String, String> texts(Node node, String what) {
    var texts = new LinkedHashMap<String, String>();
    members(node, what).forEach((name, value) -> texts.put(name, text(value, name)));
    return texts;
  }
}
