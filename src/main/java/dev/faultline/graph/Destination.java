package dev.faultline.graph;

import dev.faultline.model.KubernetesService;
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

  /** A host of the world outside. */
  record Outside(String host) implements Destination {}

  /** Nothing that is deployed here answers to it. */
  record Nowhere() implements Destination {}
}
