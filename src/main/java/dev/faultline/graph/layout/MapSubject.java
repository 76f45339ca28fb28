package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;
import java.util.Comparator;

/** What a node of the map stands for. */
public sealed interface MapSubject extends Comparable<MapSubject> {

  ClusterId cluster();

  /** The name a person knows it by. */
  String label();

  /** Namespace and name, or the host. */
  String path();

  /** A workload, or a Kubernetes Service with nothing behind it that can be seen. */
  record InCluster(ResourceRef ref) implements MapSubject {
    @Override
    public ClusterId cluster() {
      return ref.cluster();
    }

    @Override
    public String label() {
      return ref.name();
    }

    @Override
    public String path() {
      return ref.path();
    }
  }

  /** A host outside the cluster. */
  record Outside(ClusterId cluster, String host) implements MapSubject {
    @Override
    public String label() {
      return host;
    }

    @Override
    public String path() {
      return host;
    }
  }

  @Override
  default int compareTo(MapSubject other) {
    return Comparator.comparing(MapSubject::cluster)
        .thenComparing(MapSubject::isOutside)
        .thenComparing(MapSubject::path)
        .thenComparing(subject -> subject instanceof InCluster in ? in.ref().kind().name() : "")
        .compare(this, other);
  }

  private static boolean isOutside(MapSubject subject) {
    return subject instanceof Outside;
  }
}
