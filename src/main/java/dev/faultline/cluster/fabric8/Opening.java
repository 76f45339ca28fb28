package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.LinkedCluster;

/** What became of linking to a cluster. */
public sealed interface Opening {

  /** We are linked; to be closed by who asked for it. */
  record Linked(LinkedCluster cluster) implements Opening {}

  /** We are not, and why. */
  record NotLinked(LinkFailure why) implements Opening {}
}
