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
 * @param entry whether calls from outside come here; of a folded group, to one of its services
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
    Optional<Hurt> hurt,
    boolean entry) {

  /** Of a map that is compared with no other; calls from outside do not come here. */
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
        Optional.empty(),
        false);
  }

  NodeFacts differing(Difference other) {
    return new NodeFacts(
        sort, version, replicas, pods, status, changed, members, Optional.of(other), hurt, entry);
  }

  NodeFacts hurting(Hurt other) {
    return new NodeFacts(
        sort,
        version,
        replicas,
        pods,
        status,
        changed,
        members,
        difference,
        Optional.of(other),
        entry);
  }

  /** The same, to which calls from outside come, or don't. */
  public NodeFacts entered(boolean isEntry) {
    return new NodeFacts(
        sort, version, replicas, pods, status, changed, members, difference, hurt, isEntry);
  }
}
