package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/**
 * What policies of Linkerd let through: a Server selects pods, an AuthorizationPolicy, or a
 * ServerAuthorization of before, says whose identity may reach it.
 */
final class LinkerdPolicyEdges {

  private final ClusterState state;
  private final RunnerIndex runners;
  private final Accounts accounts;

  LinkerdPolicyEdges(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.runners = runners;
    this.accounts = new Accounts(runners);
  }

  void addTo(AllowedEdges edges) {
    Stream.of(RoutingKinds.LINKERD_POLICY, RoutingKinds.SERVER_AUTHORIZATION)
        .flatMap(kind -> state.all(kind, OtherObject.class))
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(policy -> addTo(edges, policy));
  }

  private void addTo(AllowedEdges edges, OtherObject policy) {
    var spec = policy.manifest().read().spec();
    var home = policy.ref().namespace();
    if (policy.ref().kind().equals(RoutingKinds.SERVER_AUTHORIZATION)) {
      var mesh = spec.object("client", "meshTLS");
      var callers = clients(home, mesh, "serviceAccounts");
      callers.mayReach(servers(home, spec.object("server")), edges, policy.ref(), "spec.client");
      return;
    }
    var callers =
        Selection.union(
            spec.objects("requiredAuthenticationRefs").map(one -> authenticated(home, one)));
    callers.mayReach(
        target(home, spec.object("targetRef")),
        edges,
        policy.ref(),
        "spec.requiredAuthenticationRefs");
  }

  private Selection target(String home, JsonObject target) {
    var name = target.text("name").orElse("");
    return switch (target.text("kind").orElse("")) {
      case "Server" -> server(home, name);
      case "Namespace" -> new Selection(runners.in(name), true);
      default -> Selection.NOBODY;
    };
  }

  private Selection servers(String home, JsonObject written) {
    var selector = written.object("selector");
    return selector.isEmpty()
        ? server(home, written.text("name").orElse(""))
        : Selection.union(
            state
                .all(RoutingKinds.LINKERD_SERVER, OtherObject.class)
                .filter(server -> server.ref().namespace().equals(home))
                .filter(server -> new LabelSelector(selector).matches(server.meta().labels()))
                .sorted((a, b) -> a.ref().compareTo(b.ref()))
                .map(server -> server(home, server.ref().name())));
  }

  private Selection server(String home, String name) {
    var ref = new ResourceRef(state.cluster(), RoutingKinds.LINKERD_SERVER, home, name);
    return state
        .find(ref, OtherObject.class)
        .map(server -> server.manifest().read().spec().object("podSelector"))
        .map(pods -> Selection.of(runners.in(home), new LabelSelector(pods)))
        .orElse(Selection.NOBODY);
  }

  private Selection authenticated(String home, JsonObject reference) {
    var name = reference.text("name").orElse("");
    var namespace = reference.text("namespace").orElse(home);
    return switch (reference.text("kind").orElse("")) {
      case "ServiceAccount" -> accounts.of(namespace, name);
      case "MeshTLSAuthentication" -> {
        var ref =
            new ResourceRef(state.cluster(), RoutingKinds.MESH_AUTHENTICATION, namespace, name);
        yield state
            .find(ref, OtherObject.class)
            .map(found -> clients(namespace, found.manifest().read().spec(), "identityRefs"))
            .orElse(Selection.NOBODY);
      }
      default -> Selection.NOBODY;
    };
  }

  /** Identities as they are, and accounts by their names. */
  private Selection clients(String home, JsonObject holder, String accountsMember) {
    return Selection.union(
        Stream.concat(
            holder.array("identities").texts().stream().map(accounts::ofIdentity),
            holder
                .objects(accountsMember)
                .filter(one -> one.text("kind").orElse("ServiceAccount").equals("ServiceAccount"))
                .map(
                    one ->
                        accounts.of(
                            one.text("namespace").orElse(home), one.text("name").orElse("")))));
  }
}
