package dev.faultline.demo;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.List;

/** The values an API server fills into a pod's spec where its author left them out. */
final class PodDefaults {

  private PodDefaults() {}

  static JsonObject template(JsonObject template) {
    return template.with(spec(template.object("spec")), "spec");
  }

  static JsonObject spec(JsonObject spec) {
    var filled = spec;
    filled = absent(filled, "Always", "restartPolicy");
    filled = absent(filled, 30, "terminationGracePeriodSeconds");
    filled = absent(filled, "ClusterFirst", "dnsPolicy");
    filled = absent(filled, JsonObject.EMPTY, "securityContext");
    filled = absent(filled, "default-scheduler", "schedulerName");
    var account = filled.text("serviceAccountName");
    if (account.isPresent()) {
      filled = absent(filled, account.get(), "serviceAccount");
    }
    filled = each(filled, "containers", PodDefaults::container);
    filled = each(filled, "initContainers", PodDefaults::container);
    return each(filled, "volumes", PodDefaults::volume);
  }

  private static JsonObject container(JsonObject container) {
    var latest = Software.tag(container.text("image").orElse("")).equals("latest");
    var filled = absent(container, latest ? "Always" : "IfNotPresent", "imagePullPolicy");
    filled = absent(filled, JsonObject.EMPTY, "resources");
    filled = absent(filled, "/dev/termination-log", "terminationMessagePath");
    filled = absent(filled, "File", "terminationMessagePolicy");
    filled = each(filled, "ports", port -> absent(port, "TCP", "protocol"));
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      if (filled.find(probe).isPresent()) {
        filled = filled.with(probe(filled.object(probe)), probe);
      }
    }
    return each(filled, "env", PodDefaults::variable);
  }

  private static JsonObject probe(JsonObject probe) {
    var filled = absent(probe, 1, "timeoutSeconds");
    filled = absent(filled, 10, "periodSeconds");
    filled = absent(filled, 1, "successThreshold");
    filled = absent(filled, 3, "failureThreshold");
    return filled.find("httpGet").isPresent()
        ? absent(filled, "HTTP", "httpGet", "scheme")
        : filled;
  }

  private static JsonObject variable(JsonObject variable) {
    return variable.find("valueFrom", "fieldRef").isPresent()
        ? absent(variable, "v1", "valueFrom", "fieldRef", "apiVersion")
        : variable;
  }

  private static JsonObject volume(JsonObject volume) {
    if (volume.find("configMap").isPresent()) {
      return absent(volume, 420, "configMap", "defaultMode");
    }
    return volume.find("secret").isPresent()
        ? absent(volume, 420, "secret", "defaultMode")
        : volume;
  }

  static JsonObject absent(JsonObject tree, Object value, String... path) {
    return tree.find(path).isPresent() ? tree : tree.with(Trees.value(value), path);
  }

  static JsonObject each(
      JsonObject tree, String name, java.util.function.UnaryOperator<JsonObject> change) {
    var items = tree.array(name).items();
    if (items.isEmpty()) {
      return tree;
    }
    var changed =
        items.stream()
            .map(item -> item instanceof JsonObject object ? change.apply(object) : item)
            .<Json>map(item -> item)
            .toList();
    return tree.with(new JsonArray(changed), name);
  }
}
