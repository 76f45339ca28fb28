package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;

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

  /**
   * All services of a group: one node where the group is folded. Where it is open its frame stands
   * for it, as the end of what leads from folded groups to any of its services.
   */
  record Folded(GroupId group) implements MapSubject {
    @Override
    public ClusterId cluster() {
      return group.cluster();
    }

    @Override
    public String label() {
      return group.name();
    }

    @Override
    public String path() {
      return group.name();
    }
  }

  @Override
  default int compareTo(MapSubject other) {
    int byCluster = cluster().compareTo(other.cluster());
    if (byCluster != 0) {
      return byCluster;
    }
    int bySort = Integer.compare(sort(this), sort(other));
    if (bySort != 0) {
      return bySort;
    }
    return switch (this) {
      case InCluster in when other instanceof InCluster that -> byName(in.ref(), that.ref());
      case Outside _, Folded _, InCluster _ -> path().compareTo(other.path());
    };
  }

  private static int byName(ResourceRef one, ResourceRef other) {
    int byNamespace = one.namespace().compareTo(other.namespace());
    int byName = byNamespace != 0 ? byNamespace : one.name().compareTo(other.name());
    return byName != 0 ? byName : one.kind().name().compareTo(other.kind().name());
  }

  private static int sort(MapSubject subject) {
    return switch (subject) {
      case Folded _ -> 0;
      case InCluster _ -> 1;
      case Outside _ -> 2;
    };
  }
}
