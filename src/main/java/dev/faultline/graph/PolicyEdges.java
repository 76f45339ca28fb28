package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What NetworkPolicies let through, workload to workload. */
final class PolicyEdges {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final ClusterState state;
  private final RunnerIndex runners;

  PolicyEdges(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.runners = runners;
  }

  void addTo(AllowedEdges edges) {
    state
        .all(Kind.NETWORK_POLICY, OtherObject.class)
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(policy -> addTo(edges, policy));
  }

  private void addTo(AllowedEdges edges, OtherObject policy) {
    var spec = policy.manifest().read().spec();
    var home = policy.ref().namespace();
    var subjects = Selection.of(runners.in(home), new LabelSelector(spec.object("podSelector")));
    for (String direction : List.of("ingress", "egress")) {
      var rules = spec.objects(direction).toList();
      for (int i = 0; i < rules.size(); i++) {
        var place = "spec." + direction + "[" + i + "]";
        boolean in = direction.equals("ingress");
        rules
            .get(i)
            .objects(in ? "from" : "to")
            .map(peer -> peers(home, peer))
            .forEach(
                peers ->
                    (in ? peers : subjects)
                        .mayReach(in ? subjects : peers, edges, policy.ref(), place));
      }
    }
  }

  private Selection peers(String home, JsonObject peer) {
    boolean elsewhere = peer.find("namespaceSelector").isPresent();
    if (!elsewhere && peer.find("podSelector").isEmpty()) {
      return Selection.NOBODY;
    }
    var pods = new LabelSelector(peer.object("podSelector"));
    if (!elsewhere) {
      return Selection.of(runners.in(home), pods);
    }
    var spaces = new LabelSelector(peer.object("namespaceSelector"));
    var found =
        Selection.union(
            new TreeSet<>(runners.namespaces())
                .stream()
                    .filter(namespace -> spaces.matches(labels(namespace)))
                    .map(namespace -> Selection.of(runners.in(namespace), pods)));
    return new Selection(found.runners(), pods.isEmpty() || found.wide());
  }

  private Map<String, String> labels(String namespace) {
    var labels = new HashMap<String, String>();
    state
        .find(new ResourceRef(state.cluster(), Kind.NAMESPACE, "", namespace))
        .ifPresent(object -> labels.putAll(object.meta().labels()));
    labels.put(NAME_LABEL, namespace);
    return labels;
  }
}
