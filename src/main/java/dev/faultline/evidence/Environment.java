package dev.faultline.evidence;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a container sets in its own text, expanded as the kubelet does. */
final class Environment {

  /** All values together: variables that hold each other twice would double without end. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private Environment() {}

  /** What files of a namespace mean by these usual names, where nothing else is known. */
  static Map<String, String> usual(String namespace) {
    return Map.of("NAMESPACE", namespace, "POD_NAMESPACE", namespace);
  }

  /** Names with their values; what comes from elsewhere is not among them. */
  static Map<String, String> of(Manifest manifest, JsonObject container) {
    var values = new LinkedHashMap<String, String>();
    var left = new int[] {MOST_CHARACTERS};
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
                var expanded = Placeholders.expand(value.get(), values);
                var kept = expanded.substring(0, Math.min(expanded.length(), left[0]));
                left[0] -= kept.length();
                values.put(name.get(), kept);
              }
            });
    return values;
  }
}
