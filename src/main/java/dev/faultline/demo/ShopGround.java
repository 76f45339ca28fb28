package dev.faultline.demo;

import dev.faultline.model.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shop stands on: nodes, namespaces, settings and secrets. */
final class ShopGround {

  private ShopGround() {}

  static void nodes(Simulation simulation) {
    for (String node : List.of("node-a", "node-b", "node-c")) {
      simulation
          .store()
          .create(
              Trees.object(
                  "apiVersion",
                  "v1",
                  "kind",
                  "Node",
                  "metadata",
                  Trees.object("name", node),
                  "status",
                  Trees.object(
                      "conditions", List.of(Trees.object("type", "Ready", "status", "True")))));
    }
    for (String namespace : List.of("default", "shop", "platform", "reporting")) {
      simulation
          .store()
          .create(
              Trees.object(
                  "apiVersion", "v1",
                  "kind", "Namespace",
                  "metadata",
                      Trees.object(
                          "name",
                          namespace,
                          "labels",
                          Map.of("kubernetes.io/metadata.name", namespace))));
    }
  }

  static Manifest configMap(String namespace, String name, Map<String, String> data) {
    return object(namespace, "ConfigMap", name, data);
  }

  static Manifest secret(String namespace, String name, Map<String, String> values) {
    var encoded = new LinkedHashMap<String, String>();
    values.forEach(
        (key, value) ->
            encoded.put(
                key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    return new Manifest(
        object(namespace, "Secret", name, encoded).tree().with(Trees.value("Opaque"), "type"));
  }

  static Manifest serviceAccount(String namespace, String name) {
    return new Manifest(
        Trees.object(
            "apiVersion", "v1",
            "kind", "ServiceAccount",
            "metadata", Trees.object("name", name, "namespace", namespace)));
  }

  /** The way that customers come in. */
  static Manifest customersWay() {
    var gateway =
        Trees.object(
            "service", Trees.object("name", "gateway", "port", Trees.object("number", 8080)));
    return new Manifest(
        Trees.object(
            "apiVersion",
            "networking.k8s.io/v1",
            "kind",
            "Ingress",
            "metadata",
            Trees.object("name", "shop", "namespace", "shop"),
            "spec",
            Trees.object(
                "ingressClassName",
                "public",
                "rules",
                List.of(
                    Trees.object(
                        "host",
                        "shop.example",
                        "http",
                        Trees.object(
                            "paths",
                            List.of(
                                Trees.object(
                                    "path", "/", "pathType", "Prefix", "backend", gateway))))))));
  }

  /** Scales the gateway with its load; here it has come to rest at the least. */
  static Manifest gatewayScaling() {
    return new Manifest(
        Trees.object(
            "apiVersion", "autoscaling/v2",
            "kind", "HorizontalPodAutoscaler",
            "metadata", Trees.object("name", "gateway", "namespace", "shop"),
            "spec",
                Trees.object(
                    "scaleTargetRef",
                    Trees.object("apiVersion", "apps/v1", "kind", "Deployment", "name", "gateway"),
                    "minReplicas",
                    3,
                    "maxReplicas",
                    8,
                    "metrics",
                    List.of(
                        Trees.object(
                            "type",
                            "Resource",
                            "resource",
                            Trees.object(
                                "name",
                                "cpu",
                                "target",
                                Trees.object("type", "Utilization", "averageUtilization", 70))))),
            "status", Trees.object("currentReplicas", 3, "desiredReplicas", 3)));
  }

  /** Collects the log lines of every node. */
  static Manifest logAgent(String version) {
    var labels = Map.of("app.kubernetes.io/name", "log-agent");
    return new Manifest(
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            "DaemonSet",
            "metadata",
            Trees.object("name", "log-agent", "namespace", "platform", "labels", labels),
            "spec",
            Trees.object(
                "selector", Trees.object("matchLabels", labels),
                "template",
                    Trees.object(
                        "metadata", Trees.object("labels", labels),
                        "spec",
                            Trees.object(
                                "containers",
                                List.of(
                                    Trees.object(
                                        "name",
                                        "log-agent",
                                        "image",
                                        "fluent/fluent-bit:" + version)))))));
  }

  private static Manifest object(
      String namespace, String kind, String name, Map<String, String> data) {
    return new Manifest(
        Trees.object(
            "apiVersion",
            "v1",
            "kind",
            kind,
            "metadata",
            Trees.object("name", name, "namespace", namespace),
            "data",
            data));
  }
}
