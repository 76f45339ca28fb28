package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import java.util.function.Consumer;

/** Brings news of the traffic in a cluster for as long as it is linked. */
@FunctionalInterface
public interface TrafficFollower {

  /** Nobody knows anything of any traffic. */
  TrafficFollower NONE = (cluster, receiver) -> () -> {};

  /** Begins, and returns at once; the receiver is called on threads of the follower. */
  Subscription follow(LinkedCluster cluster, Consumer<ClusterTraffic> receiver);
}
