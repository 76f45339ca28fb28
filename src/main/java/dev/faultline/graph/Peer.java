package dev.faultline.graph;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficPeer;
import java.util.List;

/** What a peer of traffic is in this cluster. */
sealed interface Peer {

  /**
   * Workloads: several where only the Service before them is known.
   *
   * @param through that Service; none if the workload itself was named
   */
  record Inside(List<Runner> runners, List<ResourceRef> through) implements Peer {
    public Inside {
      runners = List.copyOf(runners);
      through = List.copyOf(through);
    }
  }

  /** A Kubernetes Service with nothing to be seen behind it, or what an operator makes one for. */
  record Bare(Destination destination, ResourceRef ref) implements Peer {}

  /** A host of the world outside. */
  record Outside(String host) implements Peer {}

  /** Nothing here is called so, or too much; the reason follows on the name in a sentence. */
  record Unmatched(TrafficPeer named, String reason) implements Peer {}
}
