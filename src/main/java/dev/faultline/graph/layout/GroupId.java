package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;

/** A namespace, an application or a team in a cluster: what is of it is framed together. */
public record GroupId(ClusterId cluster, GroupBy by, String name) implements Comparable<GroupId> {

  public static GroupId namespace(ClusterId cluster, String namespace) {
    return new GroupId(cluster, GroupBy.NAMESPACE, namespace);
  }

  @Override
  public int compareTo(GroupId other) {
    int byCluster = cluster.compareTo(other.cluster);
    if (byCluster != 0) {
      return byCluster;
    }
    int bySort = by.compareTo(other.by);
    return bySort != 0 ? bySort : name.compareTo(other.name);
  }
}
