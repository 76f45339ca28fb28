package dev.faultline.graph.layout;

import dev.faultline.graph.BlastRadius.Hurt;
import dev.faultline.model.Health.Status;
import java.time.Duration;
import java.util.Optional;

/**
 * What is written on a node.
 *
 * @param version as its makers wrote it; empty where there is none
 * @param replicas ready of wanted, "0/3"; empty for what has none
 * @param pods how many are ready, or wanted if that is more
 * @param members of a folded group; empty for all else
 * @param difference from the other side, where two are compared
 * @param hurt if what was asked about fails, where that was asked
 * @param changed how long its revision has been current, if that is short
 */
public record NodeFacts(
    NodeSort sort,
    String version,
    String replicas,
    int pods,
    Status status,
    Optional<Duration> changed,
    Optional<Members> members,
    Optional<Difference> difference,
    Optional<Hurt> hurt) {

  /** Of a map that is compared with no other. */
  public NodeFacts(
      NodeSort sort,
      String version,
      String replicas,
      int pods,
      Status status,
      Optional<Duration> changed,
      Optional<Members> members) {
    this(
        sort,
        version,
        replicas,
        pods,
        status,
        changed,
        members,
        Optional.empty(),
        Optional.empty());
  }

  NodeFacts differing(Difference other) {
    return new NodeFacts(
        sort, version, replicas, pods, status, changed, members, Optional.of(other), hurt);
  }

  NodeFacts hurting(Hurt other) {
    return new NodeFacts(
        sort, version, replicas, pods, status, changed, members, difference, Optional.of(other));
  }
}
