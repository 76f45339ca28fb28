package dev.faultline.diff;

import dev.faultline.model.json.JsonObject;

/** Says in words where an environment variable gets its value from. */
final class EnvWords {

  private EnvWords() {}

  static boolean isReference(JsonObject entry) {
    return entry.find("valueFrom").isPresent();
  }

  /** The value of an entry of {@code env}: the literal, or "Secret payment-db, key url". */
  static String value(JsonObject entry) {
    if (!isReference(entry)) {
      return Shown.text(entry.text("value").orElse(""));
    }
    var from = entry.object("valueFrom");
    var optional = from.members().values().stream().anyMatch(EnvWords::isOptional);
    return reference(from) + (optional ? ", optional" : "");
  }

  private static String reference(JsonObject from) {
    if (from.find("secretKeyRef").isPresent()) {
      return "Secret " + keyed(from.object("secretKeyRef"));
    }
    if (from.find("configMapKeyRef").isPresent()) {
      return "ConfigMap " + keyed(from.object("configMapKeyRef"));
    }
    if (from.find("fieldRef").isPresent()) {
      return "field " + from.text("fieldRef", "fieldPath").orElse("");
    }
    if (from.find("resourceFieldRef").isPresent()) {
      var resource = from.object("resourceFieldRef");
      var container = resource.text("containerName").map(name -> " of " + name).orElse("");
      return resource.text("resource").orElse("") + container;
    }
    return Shown.of(from);
  }

  private static boolean isOptional(dev.faultline.model.json.Json source) {
    return source instanceof JsonObject object && object.isTrue("optional");
  }

  private static String keyed(JsonObject reference) {
    return reference.text("name").orElse("") + ", key " + reference.text("key").orElse("");
  }

  /** An entry of {@code envFrom}: "Secret payment-db with prefix DB_". */
  static String source(JsonObject entry) {
    var prefix = entry.text("prefix").filter(p -> !p.isEmpty());
    var words =
        entry
            .text("secretRef", "name")
            .map(name -> "Secret " + name)
            .or(() -> entry.text("configMapRef", "name").map(name -> "ConfigMap " + name))
            .orElse("unknown source");
    return words + prefix.map(p -> " with prefix " + p).orElse("");
  }
}
