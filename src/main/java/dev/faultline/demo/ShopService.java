package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One application of the shop, from which the Deployment of each of its releases is made.
 *
 * @param environment name and value; a tree instead of a text is a {@code valueFrom}
 * @param extra what this one has beyond the others
 */
record ShopService(
    String namespace,
    String name,
    int replicas,
    String team,
    Map<String, Object> environment,
    UnaryOperator<JsonObject> extra) {

  static final String REGISTRY = "registry.shop.example/";

  String repository() {
    return REGISTRY + name;
  }

  /** The Deployment of one release. */
  Manifest deployment(String version, Map<String, Object> added, String cause) {
    var variables = new LinkedHashMap<>(environment);
    variables.putAll(added);
    var labels = Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/part-of", namespace);
    var meta =
        Trees.object(
            "name",
            name,
            "namespace",
            namespace,
            "labels",
            with(labels, "shop.example/team", team));
    if (!cause.isEmpty()) {
      meta = meta.with(Json.of(cause), "annotations", "kubernetes.io/change-cause");
    }
    var tree =
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "metadata",
            meta,
            "spec",
            Trees.object(
                "replicas", replicas,
                "selector", Trees.object("matchLabels", Map.of("app.kubernetes.io/name", name)),
                "template",
                    Trees.object(
                        "metadata", Trees.object("labels", labels),
                        "spec",
                            Trees.object("containers", List.of(container(version, variables))))));
    return new Manifest(extra.apply(tree));
  }

  /** The Kubernetes Service in front of it. */
  Manifest service() {
    return service(namespace, name, 8080, "http");
  }

  static Manifest service(String namespace, String name, int port, String portName) {
    return new Manifest(
        Trees.object(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Trees.object(
                "name", name,
                "namespace", namespace,
                "labels", Map.of("app.kubernetes.io/name", name)),
            "spec",
            Trees.object(
                "selector", Map.of("app.kubernetes.io/name", name),
                "ports",
                    List.of(Trees.object("name", portName, "port", port, "targetPort", port)))));
  }

  private JsonObject container(String version, Map<String, Object> variables) {
    return Trees.object(
        "name", name,
        "image", repository() + ":" + version,
        "ports", List.of(Trees.object("name", "http", "containerPort", 8080)),
        "env", variables(variables),
        "resources",
            Trees.object(
                "requests", Map.of("memory", "256Mi"), "limits", Map.of("memory", "512Mi")),
        "readinessProbe",
            Trees.object(
                "httpGet",
                Trees.object("path", "/ready", "port", "http"),
                "initialDelaySeconds",
                2,
                "periodSeconds",
                5,
                "failureThreshold",
                name.equals("gateway") ? 1 : 2));
  }

  private static List<JsonObject> variables(Map<String, Object> variables) {
    var list = new ArrayList<JsonObject>();
    variables.forEach(
        (name, value) ->
            list.add(
                Trees.object("name", name, value instanceof Json ? "valueFrom" : "value", value)));
    return list;
  }

  static Map<String, String> with(Map<String, String> map, String name, String value) {
    var copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return copy;
  }

  /** A {@code valueFrom} that reads a key of a Secret. */
  static Json secret(String name, String key) {
    return Trees.object("secretKeyRef", Trees.object("name", name, "key", key));
  }
}
