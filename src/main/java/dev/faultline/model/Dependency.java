package dev.faultline.model;

import java.util.List;

/** An edge: the caller opens connections to the callee. */
public record Dependency(
    ResourceRef caller,
    Callee callee,
    EdgeClass edgeClass,
    Provenance provenance,
    Strength strength,
    List<Evidence> evidence) {

  public Dependency {
    evidence = List.copyOf(evidence);
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
