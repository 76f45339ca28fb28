package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What policies of Cilium let through, workload to workload. Their selectors are those of
 * Kubernetes, but for prefixes that say where a label is from; a namespace is one label of many.
 */
final class CiliumPolicyEdges {

  private static final List<String> PREFIXES = List.of("k8s:", "any:");
  private static final String NAMESPACE = "io.kubernetes.pod.namespace";

  private final ClusterState state;
  private final RunnerIndex runners;

  CiliumPolicyEdges(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.runners = runners;
  }

  void addTo(AllowedEdges edges) {
    Stream.of(RoutingKinds.CILIUM_POLICY, RoutingKinds.CILIUM_CLUSTER_POLICY)
        .flatMap(kind -> state.all(kind, OtherObject.class))
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(
            policy -> {
              var written = policy.manifest().read().tree();
              add(edges, policy, written.object("spec"), "spec");
              var several = written.objects("specs").toList();
              for (int i = 0; i < several.size(); i++) {
                add(edges, policy, several.get(i), "specs[" + i + "]");
              }
            });
  }

  private void add(AllowedEdges edges, OtherObject policy, JsonObject spec, String at) {
    if (spec.find("endpointSelector").isEmpty()) {
      return;
    }
    var home = policy.ref().namespace();
    var subjects = selected(home, spec.object("endpointSelector"));
    for (String direction : List.of("ingress", "egress")) {
      boolean in = direction.equals("ingress");
      var rules = spec.objects(direction).toList();
      for (int i = 0; i < rules.size(); i++) {
        var place = at + "." + direction + "[" + i + "]";
        rules
            .get(i)
            .objects(in ? "fromEndpoints" : "toEndpoints")
            .map(peer -> selected(home, peer))
            .forEach(
                peers ->
                    (in ? peers : subjects)
                        .mayReach(in ? subjects : peers, edges, policy.ref(), place));
      }
    }
  }

  /** In the policy's own namespace, unless another is named, or the policy has none. */
  private Selection selected(String home, JsonObject written) {
    var labels = new LinkedHashMap<String, String>();
    written.texts("matchLabels").forEach((key, value) -> labels.put(bare(key), value));
    var named = Optional.ofNullable(labels.remove(NAMESPACE));
    var pods = new LabelSelector(selector(labels, written));
    var namespace = named.orElse(home);
    return namespace.isEmpty()
        ? Selection.union(
            new TreeSet<>(runners.namespaces())
                .stream().map(one -> Selection.of(runners.in(one), pods)))
        : Selection.of(runners.in(namespace), pods);
  }

  private static JsonObject selector(Map<String, String> labels, JsonObject written) {
    return new JsonObject(
        Map.of(
            "matchLabels",
            JsonObject.ofTexts(labels),
            "matchExpressions",
            new JsonArray(
                written.objects("matchExpressions").map(CiliumPolicyEdges::term).toList())));
  }

  private static Json term(JsonObject written) {
    return written.with(Json.of(bare(written.text("key").orElse(""))), "key");
  }

  private static String bare(String key) {
    return PREFIXES.stream()
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> key.substring(prefix.length()))
        .orElse(key);
  }
}
