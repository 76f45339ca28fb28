package dev.faultline.workspace;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.MendedGraph;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Mending;
import java.util.List;
import java.util.Set;

/**
 * One linked cluster at one moment, with what is calculated from its state.
 *
 * @param linked the ports, for acting on it; the rest never changes
 * @param declared what the manifests say of who depends on whom
 * @param traffic what telemetry says of it
 * @param mendings what a person says of it, against both
 * @param mended all three together
 */
public record ClusterPicture(
    LinkedCluster linked,
    ClusterState state,
    ServiceCatalog catalog,
    DependencyGraph declared,
    ClusterTraffic traffic,
    List<Mending> mendings,
    MendedGraph mended) {

  public ClusterPicture {
    mendings = List.copyOf(mendings);
  }

  /** Calculates the picture of a state; takes a while for a large one. */
  public static ClusterPicture of(LinkedCluster linked, ClusterState state) {
    var declared = DependencyGraph.of(state);
    return new ClusterPicture(
        linked,
        state,
        ServiceCatalog.of(state),
        declared,
        ClusterTraffic.NONE,
        List.of(),
        MendedGraph.unmended(declared));
  }

  /** The services alone, for a moment when their dependencies would take too long. */
  static ClusterPicture ofServices(LinkedCluster linked, ClusterState state) {
    return new ClusterPicture(
        linked,
        state,
        ServiceCatalog.of(state),
        DependencyGraph.NOTHING,
        ClusterTraffic.NONE,
        List.of(),
        MendedGraph.NOTHING);
  }

  /** The picture of a later state of the same cluster, for which less has to be calculated. */
  public ClusterPicture next(ClusterState later) {
    var edges = declared.next(later);
    return of(later, ServiceCatalog.of(later), edges, traffic, mendings);
  }

  /** The same moment with other news of its traffic. */
  public ClusterPicture with(ClusterTraffic news) {
    return news.equals(traffic) ? this : of(state, catalog, declared, news, mendings);
  }

  /** The same moment with other edges mended by hand. */
  public ClusterPicture with(List<Mending> said) {
    return said.equals(mendings) ? this : of(state, catalog, declared, traffic, said);
  }

  private ClusterPicture of(
      ClusterState state,
      ServiceCatalog catalog,
      DependencyGraph declared,
      ClusterTraffic traffic,
      List<Mending> mendings) {
    var found = traffic.on(state, declared).graph();
    var mended = MendedGraph.of(state, found, mendings);
    return new ClusterPicture(linked, state, catalog, declared, traffic, mendings, mended);
  }

  /** Whether something that services and their dependencies are made from is still being read. */
  public boolean isLoading() {
    return Loading.isLoading(state);
  }

  /** Who depends on whom, by all that is known. */
  public DependencyGraph graph() {
    return mended.graph();
  }

  public ClusterId id() {
    return state.cluster();
  }

  /** The same moment, seen through a choice of namespaces. */
  public ClusterPicture within(Set<String> namespaces) {
    return of(linked, state.within(namespaces)).with(traffic).with(mendings);
  }
}
