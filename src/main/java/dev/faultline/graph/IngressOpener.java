package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.Set;

/** What an Ingress lets in comes through its controller. */
final class IngressOpener implements Opener {

  private static final String OLD_CLASS = "kubernetes.io/ingress.class";

  private final EntryProxies proxies;

  IngressOpener(ClusterState state, RunnerIndex runners) {
    this.proxies = new EntryProxies(state, runners);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.INGRESS, RoutingKinds.OLD_INGRESS);
  }

  @Override
  public Opened of(OtherObject route) {
    var manifest = route.manifest().read();
    var className =
        manifest
            .spec()
            .text("ingressClassName")
            .orElseGet(() -> manifest.annotations().getOrDefault(OLD_CLASS, ""));
    return new Opened(proxies.serving(RoutingKinds.INGRESS_CLASS, className), Manner.LET_IN);
  }
}
