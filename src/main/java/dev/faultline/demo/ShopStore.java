package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database, cache or broker of the shop: a StatefulSet of one pod with a volume and a Service.
 *
 * @param secret where its password stands, and under which variable it wants it
 */
record ShopStore(
    String namespace,
    String name,
    String team,
    String image,
    int port,
    String portName,
    Optional<Password> secret) {

  /** A password in a Secret. */
  record Password(String variable, String secret) {}

  Manifest statefulSet(String version) {
    var labels = Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/part-of", namespace);
    return new Manifest(
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            "StatefulSet",
            "metadata",
            Trees.object(
                "name",
                name,
                "namespace",
                namespace,
                "labels",
                ShopService.with(labels, "shop.example/team", team)),
            "spec",
            Trees.object(
                "replicas", 1,
                "serviceName", name,
                "selector", Trees.object("matchLabels", Map.of("app.kubernetes.io/name", name)),
                "template",
                    Trees.object(
                        "metadata", Trees.object("labels", labels),
                        "spec", Trees.object("containers", List.of(container(version)))),
                "volumeClaimTemplates", List.of(claim()))));
  }

  Manifest service() {
    return ShopService.service(namespace, name, port, portName);
  }

  private JsonObject container(String version) {
    var variables = new LinkedHashMap<String, Object>();
    secret.ifPresent(
        password ->
            variables.put(password.variable(), ShopService.secret(password.secret(), "password")));
    var env =
        variables.entrySet().stream()
            .map(entry -> Trees.object("name", entry.getKey(), "valueFrom", entry.getValue()))
            .toList();
    return Trees.object(
        "name",
        name,
        "image",
        image + ":" + version,
        "ports",
        List.of(Trees.object("name", portName, "containerPort", port)),
        "env",
        env,
        "volumeMounts",
        List.of(Trees.object("name", "data", "mountPath", "/var/lib/data")),
        "readinessProbe",
        Trees.object(
            "tcpSocket", Trees.object("port", portName),
            "initialDelaySeconds", 2,
            "periodSeconds", 5));
  }

  private static JsonObject claim() {
    return Trees.object(
        "metadata", Trees.object("name", "data"),
        "spec",
            Trees.object(
                "accessModes", List.of("ReadWriteOnce"),
                "resources", Trees.object("requests", Map.of("storage", "20Gi"))));
  }
}
