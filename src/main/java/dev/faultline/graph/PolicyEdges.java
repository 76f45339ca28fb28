package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.NamedHost;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What NetworkPolicies let through, workload to workload. A rule that names both ends narrowly was
 * written for a connection that exists; a wide one says little.
 */
final class PolicyEdges {

  private static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";
  private static final String READER = "policy";

  /** Selecting more workloads than these, a selector speaks of a group, not of a service. */
  private static final int FEW = 3;

  private static final int MOST_PAIRS_OF_A_RULE = 2_000;

  private final ClusterState state;
  private final Map<String, List<Runner>> byNamespace = new HashMap<>();

  PolicyEdges(ClusterState state, List<Runner> runners) {
    this.state = state;
    runners.forEach(
        runner ->
            byNamespace
                .computeIfAbsent(runner.ref().namespace(), n -> new java.util.ArrayList<>())
                .add(runner));
  }

  void addTo(AllowedEdges edges) {
    state
        .all(NETWORK_POLICY, OtherObject.class)
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(policy -> addTo(edges, policy));
  }

  private void addTo(AllowedEdges edges, OtherObject policy) {
    var spec = policy.manifest().read().spec();
    var home = policy.ref().namespace();
    var subjects = select(home, new LabelSelector(spec.object("podSelector")));
    for (String direction : List.of("ingress", "egress")) {
      var rules = spec.objects(direction).toList();
      for (int i = 0; i < rules.size(); i++) {
        var place = "spec." + direction + "[" + i + "]";
        boolean in = direction.equals("ingress");
        rules
            .get(i)
            .objects(in ? "from" : "to")
            .map(peer -> peers(home, peer))
            .forEach(peers -> pair(edges, policy.ref(), place, subjects, peers, in));
      }
    }
  }

  /** The workloads that a selector means, and whether it means a group rather than a service. */
  private record Selected(List<Runner> runners, boolean wide) {}

  private Selected select(String namespace, LabelSelector selector) {
    var all = byNamespace.getOrDefault(namespace, List.of());
    var matching = all.stream().filter(runner -> selector.matches(runner.labels())).toList();
    boolean everything = all.size() > 1 && matching.size() == all.size();
    return new Selected(matching, selector.isEmpty() || matching.size() > FEW || everything);
  }

  private Selected peers(String home, JsonObject peer) {
    boolean elsewhere = peer.find("namespaceSelector").isPresent();
    if (!elsewhere && peer.find("podSelector").isEmpty()) {
      return new Selected(List.of(), true);
    }
    var pods = new LabelSelector(peer.object("podSelector"));
    if (!elsewhere) {
      return select(home, pods);
    }
    var spaces = new LabelSelector(peer.object("namespaceSelector"));
    var parts =
        byNamespace.keySet().stream()
            .filter(namespace -> spaces.matches(labels(namespace)))
            .sorted()
            .map(namespace -> select(namespace, pods))
            .toList();
    var runners = parts.stream().flatMap(part -> part.runners().stream()).toList();
    boolean wide =
        pods.isEmpty() || runners.size() > FEW || parts.stream().anyMatch(Selected::wide);
    return new Selected(runners, wide);
  }

  private Map<String, String> labels(String namespace) {
    var labels = new HashMap<String, String>();
    state
        .find(new ResourceRef(state.cluster(), Kind.NAMESPACE, "", namespace))
        .ifPresent(object -> labels.putAll(object.meta().labels()));
    labels.put(NAME_LABEL, namespace);
    return labels;
  }

  private static void pair(
      AllowedEdges edges,
      ResourceRef policy,
      String place,
      Selected subjects,
      Selected peers,
      boolean in) {
    int pairs = 0;
    for (Runner subject : subjects.runners()) {
      for (Runner peer : peers.runners()) {
        if (++pairs > MOST_PAIRS_OF_A_RULE) {
          return;
        }
        var callee = in ? subject : peer;
        var evidence = evidence(policy, place, callee);
        boolean wide = subjects.wide() || peers.wide();
        edges.add(
            in ? peer : subject,
            callee,
            wide ? evidence.weakenedBecause("the policy lets a whole group through") : evidence);
      }
    }
  }

  private static Evidence evidence(ResourceRef policy, String place, Runner callee) {
    var host = new NamedHost(callee.ref().name(), OptionalInt.empty(), Optional.empty());
    return new Evidence(
        READER, policy, Optional.empty(), place, host, Strength.FIRM, Optional.empty());
  }
}
