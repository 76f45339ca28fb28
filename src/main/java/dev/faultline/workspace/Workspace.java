package dev.faultline.workspace;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that is linked, at one moment: one picture a cluster, in the order of linking. */
public record Workspace(List<ClusterPicture> clusters) {

  public static final Workspace EMPTY = new Workspace(List.of());

  public Workspace {
    clusters = List.copyOf(clusters);
  }

  public Optional<ClusterPicture> cluster(ClusterId id) {
    return clusters.stream().filter(picture -> picture.id().equals(id)).findFirst();
  }

  /** The service of that workload, if it is there at this moment. */
  public Optional<Service> find(ResourceRef workload) {
    return cluster(workload.cluster()).flatMap(picture -> picture.catalog().find(workload));
  }

  /** The services of all clusters, by cluster, namespace and name. */
  public Stream<Service> services() {
    return clusters.stream().flatMap(picture -> picture.catalog().services().stream());
  }

  /** The namespaces that hold anything, of all clusters. */
  public SortedSet<String> namespaces() {
    var names = new TreeSet<String>();
    clusters.forEach(picture -> names.addAll(picture.state().namespaces()));
    return names;
  }
}
