package dev.faultline.workspace;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.Set;

/**
 * One linked cluster at one moment, with what is calculated from its state.
 *
 * @param linked the ports, for acting on it; the rest never changes
 */
public record ClusterPicture(
    LinkedCluster linked, ClusterState state, ServiceCatalog catalog, DependencyGraph graph) {

  /** Calculates the picture of a state; takes a while for a large one. */
  public static ClusterPicture of(LinkedCluster linked, ClusterState state) {
    return new ClusterPicture(linked, state, ServiceCatalog.of(state), DependencyGraph.of(state));
  }

  /** The services alone, for a moment when their dependencies would take too long. */
  static ClusterPicture ofServices(LinkedCluster linked, ClusterState state) {
    return new ClusterPicture(linked, state, ServiceCatalog.of(state), DependencyGraph.NOTHING);
  }

  /** The picture of a later state of the same cluster, for which less has to be calculated. */
  public ClusterPicture next(ClusterState later) {
    return new ClusterPicture(linked, later, ServiceCatalog.of(later), graph.next(later));
  }

  /** Whether something that services and their dependencies are made from is still being read. */
  public boolean isLoading() {
    return Loading.isLoading(state);
  }

  public ClusterId id() {
    return state.cluster();
  }

  /** The same moment, seen through a choice of namespaces. */
  public ClusterPicture within(Set<String> namespaces) {
    return of(linked, state.within(namespaces));
  }
}
