package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;

/** A namespace of a cluster: what lies in it is framed together. */
public record GroupId(ClusterId cluster, String namespace) implements Comparable<GroupId> {
  @Override
  public int compareTo(GroupId other) {
    int byCluster = cluster.compareTo(other.cluster);
    return byCluster != 0 ? byCluster : namespace.compareTo(other.namespace);
  }
}
