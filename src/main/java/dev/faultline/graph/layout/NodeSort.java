package dev.faultline.graph.layout;

/** What a node is, as far as its mark on the map tells. */
public enum NodeSort {
  APPLICATION,
  STORE,
  BROKER,
  /** A Kubernetes Service with no workload behind it that can be seen. */
  FRONT,
  /** A host outside the cluster. */
  OUTSIDE,
  /** A whole group in one node. */
  FOLDED
}
