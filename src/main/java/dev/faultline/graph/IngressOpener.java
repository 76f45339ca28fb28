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
  private final Traefiks traefiks;

  IngressOpener(ClusterState state, RunnerIndex runners) {
    this.proxies = new EntryProxies(state, runners);
    this.traefiks = new Traefiks(state, proxies);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.INGRESS, RoutingKinds.OLD_INGRESS);
  }

  @Override
  public Opened of(OtherObject route) {
    var manifest = route.manifest().read();
    var field = manifest.spec().text("ingressClassName");
    var className = field.orElseGet(() -> manifest.annotations().getOrDefault(OLD_CLASS, ""));
    var serving = proxies.serving(RoutingKinds.INGRESS_CLASS, className);
    return new Opened(traefiks.among(serving, route, className, field.isPresent()), Manner.LET_IN);
  }
}
