package dev.faultline.graph;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.ResourceRef;
import java.util.List;

/** Where a host leads, seen from one namespace. */
sealed interface Destination {

  /**
   * A Kubernetes Service.
   *
   * @param behind the workloads whose pods it selects, or the one that a pod's own name means
   */
  record Inside(KubernetesService service, List<Runner> behind) implements Destination {
    public Inside {
      behind = List.copyOf(behind);
    }
  }

  /** Workloads that another object than a Service gives the name. */
  record Selected(List<Runner> behind) implements Destination {
    public Selected {
      behind = List.copyOf(behind);
    }
  }

  /** A resource whose operator makes the Service, which itself is not seen here. */
  record Operated(ResourceRef resource, EdgeClass edgeClass) implements Destination {}

  /** A host of the world outside. */
  record Outside(String host) implements Destination {}

  /** Nothing that is deployed here answers to it. */
  record Nowhere() implements Destination {}
}
