package dev.faultline.demo;

import static dev.faultline.demo.PodDefaults.absent;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The values an API server fills into an object where its author left them out. */
final class Defaults {

  private final Names names;

  Defaults(Names names) {
    this.names = names;
  }

  Manifest fill(Manifest manifest) {
    var tree = manifest.tree();
    var kind = manifest.kind();
    if (kind.equals(Kind.DEPLOYMENT)) {
      tree = deployment(tree);
    } else if (kind.equals(Kind.STATEFUL_SET)) {
      tree = statefulSet(tree);
    } else if (kind.equals(Kind.DAEMON_SET)) {
      tree = daemonSet(tree);
    } else if (kind.equals(Kind.POD)) {
      tree = absent(tree, "Pending", "status", "phase");
      tree = tree.with(PodDefaults.spec(tree.object("spec")), "spec");
    } else if (kind.equals(Kind.SERVICE)) {
      tree = service(tree);
    } else if (kind.equals(Kind.SECRET)) {
      tree = secret(tree);
    }
    return new Manifest(tree);
  }

  /** What is written in clear is kept encoded, beside the rest. */
  private static JsonObject secret(JsonObject tree) {
    var filled = tree.without("stringData");
    for (var entry : tree.texts("stringData").entrySet()) {
      var bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
      var encoded = Base64.getEncoder().encodeToString(bytes);
      filled = filled.with(Json.of(encoded), "data", entry.getKey());
    }
    return filled;
  }

  private static JsonObject deployment(JsonObject tree) {
    var filled = absent(tree, 1, "spec", "replicas");
    filled = absent(filled, "RollingUpdate", "spec", "strategy", "type");
    if (filled.text("spec", "strategy", "type").orElse("").equals("RollingUpdate")) {
      filled = absent(filled, "25%", "spec", "strategy", "rollingUpdate", "maxSurge");
      filled = absent(filled, "25%", "spec", "strategy", "rollingUpdate", "maxUnavailable");
    }
    filled = absent(filled, 600, "spec", "progressDeadlineSeconds");
    return template(filled);
  }

  private static JsonObject statefulSet(JsonObject tree) {
    var filled = absent(tree, 1, "spec", "replicas");
    filled = absent(filled, "OrderedReady", "spec", "podManagementPolicy");
    filled = absent(filled, "RollingUpdate", "spec", "updateStrategy", "type");
    filled = absent(filled, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
    return template(filled);
  }

  private static JsonObject daemonSet(JsonObject tree) {
    var filled = absent(tree, "RollingUpdate", "spec", "updateStrategy", "type");
    filled = absent(filled, 0, "spec", "updateStrategy", "rollingUpdate", "maxSurge");
    filled = absent(filled, 1, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
    return template(filled);
  }

  private static JsonObject template(JsonObject tree) {
    var filled = absent(tree, 10, "spec", "revisionHistoryLimit");
    return filled.with(PodDefaults.template(filled.object("spec", "template")), "spec", "template");
  }

  private JsonObject service(JsonObject tree) {
    var filled = absent(tree, "ClusterIP", "spec", "type");
    filled = absent(filled, "None", "spec", "sessionAffinity");
    if (filled.find("spec", "clusterIP").isEmpty()) {
      filled = filled.with(Json.of(names.clusterIp()), "spec", "clusterIP");
    }
    var spec =
        PodDefaults.each(
            filled.object("spec"),
            "ports",
            port ->
                absent(
                    absent(port, "TCP", "protocol"),
                    port.find("port").orElse(Json.of(0)),
                    "targetPort"));
    return filled.with(spec, "spec");
  }
}
