package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a route of the Gateway API leads on comes through its gateway. Into another namespace it
 * leads only where a ReferenceGrant there lets it.
 */
final class GatewayRouteOpener implements Opener {

  private static final String OF_GATEWAY = "gateway.networking.k8s.io/gateway-name";
  private static final String OWNING = "gateway.envoyproxy.io/owning-gateway-name";
  private static final String OWNING_NAMESPACE = "gateway.envoyproxy.io/owning-gateway-namespace";
  private static final String REFUSED = "no ReferenceGrant lets the route into that namespace";

  private final ClusterState state;
  private final RunnerIndex runners;
  private final EntryProxies proxies;

  GatewayRouteOpener(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.runners = runners;
    this.proxies = new EntryProxies(state, runners);
  }

  @Override
  public Set<Kind> kinds() {
    return RoutingKinds.GATEWAY_ROUTES;
  }

  @Override
  public Opened of(OtherObject route) {
    var home = route.ref().namespace();
    var parents = route.manifest().read().spec().objects("parentRefs").toList();
    var gateways = parents.stream().filter(parent -> isA(parent, "Gateway")).toList();
    var callers = gateways.stream().flatMap(one -> proxies(home, one).stream()).distinct().toList();
    // In a mesh a route hangs on a Service, and leads on whoever calls that.
    var services =
        parents.stream()
            .filter(parent -> isA(parent, "Service"))
            .map(parent -> parent.text("name").orElse("") + "." + namespace(home, parent))
            .toList();
    return new Opened(callers, gateways.isEmpty() ? Manner.CALL : Manner.LET_IN, services);
  }

  @Override
  public Evidence judge(Evidence evidence) {
    var host = evidence.names().host();
    int dot = host.indexOf('.');
    var target = dot < 0 ? evidence.at().namespace() : host.substring(dot + 1);
    boolean foreign = !target.equals(evidence.at().namespace());
    return foreign && !isGranted(evidence.at(), target, host.substring(0, Math.max(dot, 0)))
        ? evidence.weakenedBecause(REFUSED)
        : evidence;
  }

  private static boolean isA(JsonObject parent, String kind) {
    return parent.text("kind").orElse("Gateway").equals(kind);
  }

  private static String namespace(String home, JsonObject parent) {
    return parent.text("namespace").orElse(home);
  }

  private List<Runner> proxies(String home, JsonObject parent) {
    var namespace = namespace(home, parent);
    var name = parent.text("name").orElse("");
    var own = RunnerIndex.labelled(runners.in(namespace).stream(), Map.of(OF_GATEWAY, name));
    if (!own.isEmpty()) {
      return own;
    }
    var owned =
        RunnerIndex.labelled(runners.all(), Map.of(OWNING, name, OWNING_NAMESPACE, namespace));
    if (!owned.isEmpty()) {
      return owned;
    }
    var ref = new ResourceRef(state.cluster(), RoutingKinds.GATEWAY, namespace, name);
    return state
        .find(ref, OtherObject.class)
        .flatMap(gateway -> gateway.manifest().read().spec().text("gatewayClassName"))
        .map(className -> proxies.serving(RoutingKinds.GATEWAY_CLASS, className))
        .orElse(List.of());
  }

  private boolean isGranted(ResourceRef route, String target, String service) {
    return state.list(RoutingKinds.REFERENCE_GRANT, target).stream()
        .filter(OtherObject.class::isInstance)
        .map(grant -> ((OtherObject) grant).manifest().read().spec())
        .anyMatch(
            grant ->
                grant.objects("from").anyMatch(from -> isFrom(from, route))
                    && grant.objects("to").anyMatch(to -> isTo(to, service)));
  }

  private static boolean isFrom(JsonObject from, ResourceRef route) {
    return from.text("kind").orElse("").equals(route.kind().name())
        && from.text("group").orElse("").equals(route.kind().group())
        && from.text("namespace").orElse("").equals(route.namespace());
  }

  private static boolean isTo(JsonObject to, String service) {
    return to.text("kind").orElse("").equals("Service")
        && to.text("name").map(service::equals).orElse(true);
  }
}
