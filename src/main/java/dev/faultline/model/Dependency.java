package dev.faultline.model;

import dev.faultline.model.traffic.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * An edge: the caller opens connections to the callee.
 *
 * @param evidence what declares or permits it
 * @param sightings the traffic that was seen on it, the most telling first
 * @param mending what a person says of it, if anything
 */
public record Dependency(
    ResourceRef caller,
    Callee callee,
    EdgeClass edgeClass,
    Provenance provenance,
    Strength strength,
    List<Evidence> evidence,
    List<Sighting> sightings,
    Optional<Mending> mending) {

  public Dependency {
    evidence = List.copyOf(evidence);
    sightings = List.copyOf(sightings);
  }

  /** An edge as it was found. */
  public Dependency(
      ResourceRef caller,
      Callee callee,
      EdgeClass edgeClass,
      Provenance provenance,
      Strength strength,
      List<Evidence> evidence,
      List<Sighting> sightings) {
    this(caller, callee, edgeClass, provenance, strength, evidence, sightings, Optional.empty());
  }

  /** An edge of which no traffic was seen. */
  public Dependency(
      ResourceRef caller,
      Callee callee,
      EdgeClass edgeClass,
      Provenance provenance,
      Strength strength,
      List<Evidence> evidence) {
    this(caller, callee, edgeClass, provenance, strength, evidence, List.of());
  }

  /** The same edge as a person says that it is: one that is not so is kept as a mere mention. */
  public Dependency mended(Mending said) {
    return new Dependency(
        caller,
        callee,
        said.edgeClass().orElse(edgeClass),
        provenance == Provenance.ALLOWED && said.verdict() == Mending.Verdict.MISSING
            ? Provenance.DECLARED
            : provenance,
        switch (said.verdict()) {
          case NOT_SO -> Strength.WEAK;
          case MISSING -> strength == Strength.WEAK ? Strength.FIRM : strength;
        },
        evidence,
        sightings,
        Optional.of(said));
  }

  /** There was traffic before, and there is none now. */
  public boolean isQuiet() {
    return !sightings.isEmpty() && sightings.stream().allMatch(one -> one.seen().quiet());
  }

  /** The figures to show first. */
  public Optional<Sighting> traffic() {
    return sightings.stream().findFirst();
  }

  /** What is called. */
  public sealed interface Callee {

    /** {@code namespace/name}, or {@code ext:host}. */
    String path();

    /** A workload of this cluster, reached through Kubernetes Services. */
    record ToWorkload(ResourceRef workload, List<ResourceRef> through) implements Callee {
      @Override
      public String path() {
        return workload.path();
      }
    }

    /**
     * A Kubernetes Service with no workload behind it that can be seen, or the resource from which
     * an operator makes one.
     */
    record ToService(ResourceRef service) implements Callee {
      @Override
      public String path() {
        return service.path();
      }
    }

    /** A host outside the cluster. */
    record ToExternal(String host) implements Callee {
      @Override
      public String path() {
        return "ext:" + host;
      }
    }
  }
}
