package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/**
 * What AuthorizationPolicies of Istio let through. Those that deny, log or ask elsewhere say nobody
 * calls.
 */
final class IstioPolicyEdges {

  private final ClusterState state;
  private final RunnerIndex runners;
  private final ServiceIndex services;
  private final Accounts accounts;

  IstioPolicyEdges(ClusterState state, RunnerIndex runners, ServiceIndex services) {
    this.state = state;
    this.runners = runners;
    this.services = services;
    this.accounts = new Accounts(runners);
  }

  void addTo(AllowedEdges edges) {
    state
        .all(RoutingKinds.ISTIO_POLICY, OtherObject.class)
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(policy -> addTo(edges, policy));
  }

  private void addTo(AllowedEdges edges, OtherObject policy) {
    var spec = policy.manifest().read().spec();
    if (!spec.text("action").orElse("ALLOW").equals("ALLOW")) {
      return;
    }
    var home = policy.ref().namespace();
    var subjects = subjects(home, spec);
    var rules = spec.objects("rules").toList();
    for (int i = 0; i < rules.size(); i++) {
      var place = "spec.rules[" + i + "].from";
      rules
          .get(i)
          .objects("from")
          .map(from -> peers(home, from.object("source")))
          .forEach(peers -> peers.mayReach(subjects, edges, policy.ref(), place));
    }
  }

  private Selection subjects(String home, JsonObject spec) {
    var targets =
        Stream.concat(spec.objects("targetRefs"), Stream.of(spec.object("targetRef")))
            .filter(target -> target.text("kind").orElse("").equals("Service"))
            .flatMap(target -> services.find(home, target.text("name").orElse("")).stream())
            .flatMap((KubernetesService service) -> services.behind(service).stream())
            .distinct()
            .toList();
    return targets.isEmpty()
        ? Selection.of(runners.in(home), new LabelSelector(spec.object("selector")))
        : Selection.named(targets);
  }

  private Selection peers(String home, JsonObject source) {
    var principals = source.array("principals").texts().stream().map(accounts::ofPrincipal);
    var named =
        source.array("serviceAccounts").texts().stream()
            .map(
                written -> {
                  int slash = written.indexOf('/');
                  var namespace = slash < 0 ? home : written.substring(0, slash);
                  return accounts.of(namespace, written.substring(slash + 1));
                });
    var spaces =
        source.array("namespaces").texts().stream()
            .map(namespace -> new Selection(runners.in(namespace), true));
    var single = Selection.union(Stream.concat(principals, named));
    // Both together narrow each other: the accounts say it better.
    return single.runners().isEmpty() ? Selection.union(spaces) : single;
  }
}
