package dev.faultline.evidence;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a container sets in its own text, expanded as the kubelet does. */
final class Environment {

  private Environment() {}

  /** What files of a namespace mean by these usual names, where nothing else is known. */
  static Map<String, String> usual(String namespace) {
    return Map.of("NAMESPACE", namespace, "POD_NAMESPACE", namespace);
  }

  /** Names with their values; what comes from elsewhere is not among them. */
  static Map<String, String> of(Manifest manifest, JsonObject container) {
    var values = new LinkedHashMap<String, String>();
    container
        .objects("env")
        .forEach(
            entry -> {
              var name = entry.text("name");
              var value =
                  entry
                      .text("valueFrom", "fieldRef", "fieldPath")
                      .filter("metadata.namespace"::equals)
                      .map(path -> manifest.namespace())
                      .or(() -> entry.text("value"));
              if (name.isPresent() && value.isPresent()) {
                values.put(name.get(), Placeholders.expand(value.get(), values));
              }
            });
    return values;
  }
}
