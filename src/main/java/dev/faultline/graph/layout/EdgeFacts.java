package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an arrow stands for.
 *
 * @param dependency the one it stands for, or of several the first that traffic goes over
 * @param count how many it stands for: several where an end of it is a folded group
 * @param status how the callee does, of several the worst: who calls what fails is hurt
 * @param weight how much it stands out, from 0 to 1; empty where nobody asked about some of them
 * @param difference from the other side, where two are compared
 */
public record EdgeFacts(
    Dependency dependency,
    int count,
    Status status,
    OptionalDouble weight,
    Optional<Difference> difference) {

  /** Of a map that is compared with no other, and on which no arrow stands out. */
  public EdgeFacts(Dependency dependency, int count, Status status) {
    this(dependency, count, status, OptionalDouble.empty(), Optional.empty());
  }

  public EdgeFacts weighing(double other) {
    return new EdgeFacts(dependency, count, status, OptionalDouble.of(other), difference);
  }

  EdgeFacts differing(Difference other) {
    return new EdgeFacts(dependency, count, status, weight, Optional.of(other));
  }
}
