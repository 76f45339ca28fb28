package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;

/**
 * What a VirtualService leads on comes through its gateways, or from whoever in the mesh calls its
 * hosts.
 */
final class VirtualServiceOpener implements Opener {

  private static final String MESH = "mesh";

  private final ClusterState state;
  private final RunnerIndex runners;

  VirtualServiceOpener(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.runners = runners;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.VIRTUAL_SERVICE);
  }

  @Override
  public Opened of(OtherObject route) {
    var spec = route.manifest().read().spec();
    var written = spec.array("gateways").texts();
    var gateways = written.isEmpty() ? List.of(MESH) : written;
    var callers =
        gateways.stream()
            .filter(name -> !name.equals(MESH))
            .flatMap(name -> proxies(route.ref().namespace(), name).stream())
            .distinct()
            .toList();
    boolean outside = gateways.stream().anyMatch(name -> !name.equals(MESH));
    var hosts = gateways.contains(MESH) ? spec.array("hosts").texts() : List.<String>of();
    return new Opened(
        callers,
        outside ? Manner.LET_IN : Manner.CALL,
        hosts.stream().filter(host -> !host.contains("*")).toList());
  }

  /** A gateway selects its pods in all namespaces. */
  private List<Runner> proxies(String home, String gateway) {
    int slash = gateway.indexOf('/');
    var namespace = slash < 0 ? home : gateway.substring(0, slash);
    var name = gateway.substring(slash + 1);
    var ref = new ResourceRef(state.cluster(), RoutingKinds.ISTIO_GATEWAY, namespace, name);
    return state
        .find(ref, OtherObject.class)
        .map(found -> found.manifest().read().spec().texts("selector"))
        .map(labels -> RunnerIndex.labelled(runners.all(), labels))
        .orElse(List.of());
  }
}
