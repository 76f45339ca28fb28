package dev.faultline.diff;

import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a few words what was added or removed as a whole. */
final class OneSided {

  private static final Map<String, String> SOURCES =
      Map.of(
          "configMap", "ConfigMap",
          "secret", "Secret",
          "persistentVolumeClaim", "claim",
          "hostPath", "host path",
          "emptyDir", "empty directory");

  private static final List<String> NAMES = List.of("name", "secretName", "claimName", "path");

  private OneSided() {}

  static String words(Place place, Node node) {
    var object = node.shownObject();
    var words =
        switch (place.last()) {
          case "containers", "initContainers", "ephemeralContainers" -> object.text("image");
          case "env" -> Optional.of(EnvWords.value(object));
          case "envFrom" -> Optional.of(EnvWords.source(object));
          case "volumes" -> volume(object);
          case "volumeMounts" -> object.text("name").map(name -> "of volume " + name);
          case "ports" -> port(object);
          case "livenessProbe", "readinessProbe", "startupProbe" -> probe(object);
          default -> Optional.<String>empty();
        };
    boolean item = !place.steps().isEmpty() && !place.steps().getLast().item().isEmpty();
    boolean probe = place.last().endsWith("Probe");
    return (item || probe) && !object.isEmpty() ? words.orElseGet(node::words) : node.words();
  }

  private static Optional<String> volume(JsonObject volume) {
    for (var source : SOURCES.entrySet()) {
      if (volume.find(source.getKey()).isPresent()) {
        var inner = volume.object(source.getKey());
        var name = NAMES.stream().flatMap(member -> inner.text(member).stream()).findFirst();
        return Optional.of(source.getValue() + name.map(n -> " " + n).orElse(""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> port(JsonObject port) {
    var protocol = port.text("protocol").filter(p -> !p.equals("TCP")).map(p -> "/" + p).orElse("");
    return port.text("containerPort").or(() -> port.text("port")).map(number -> number + protocol);
  }

  private static Optional<String> probe(JsonObject probe) {
    if (probe.find("httpGet").isPresent()) {
      var get = probe.object("httpGet");
      return Optional.of(
          "GET " + get.text("path").orElse("/") + " on port " + get.text("port").orElse(""));
    }
    if (probe.find("tcpSocket").isPresent()) {
      return probe.text("tcpSocket", "port").map(port -> "connects to port " + port);
    }
    if (probe.find("grpc").isPresent()) {
      return probe.text("grpc", "port").map(port -> "gRPC on port " + port);
    }
    return probe.find("exec").isPresent()
        ? Optional.of("runs " + String.join(" ", probe.array("exec", "command").texts()))
        : Optional.empty();
  }
}
