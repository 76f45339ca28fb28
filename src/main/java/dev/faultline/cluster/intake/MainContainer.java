package dev.faultline.cluster.intake;

import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the container that a pod is there for, among the sidecars. */
final class MainContainer {

  private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

  /** Containers that others put beside the one that matters, by the names they are given. */
  private static final Set<String> SIDECARS =
      Set.of(
          "istio-proxy",
          "linkerd-proxy",
          "kuma-sidecar",
          "consul-dataplane",
          "envoy",
          "envoy-sidecar",
          "envoy-proxy",
          "daprd",
          "vault-agent",
          "cloud-sql-proxy",
          "cloudsql-proxy",
          "fluent-bit",
          "fluentd",
          "filebeat",
          "promtail",
          "otc-container",
          "otel-collector",
          "jaeger-agent",
          "datadog-agent",
          "oauth2-proxy",
          "kube-rbac-proxy",
          "config-reloader");

  private MainContainer() {}

  /**
   * The main container of a pod template: the one its annotation names, else the one named like the
   * workload, else the first that is no sidecar.
   */
  static Optional<JsonObject> of(JsonObject template, String workload) {
    var annotated = template.text("metadata", "annotations", DEFAULT_CONTAINER).orElse("");
    List<JsonObject> containers = template.objects("spec", "containers").toList();
    return first(containers, annotated::equals)
        .or(() -> first(containers, workload::equals))
        .or(() -> first(containers, name -> !SIDECARS.contains(name)))
        .or(() -> containers.stream().findFirst());
  }

  private static Optional<JsonObject> first(List<JsonObject> containers, Predicate<String> named) {
    return containers.stream()
        .filter(container -> named.test(container.text("name").orElse("")))
        .findFirst();
  }
}
