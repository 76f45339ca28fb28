package dev.faultline.model;

import java.util.List;

/** One object as the state keeps it: small, typed, with what was found in it. */
public sealed interface ClusterObject
    permits Workload, Pod, KubernetesService, Configuration, ClusterEvent, OtherObject {

  ObjectMeta meta();

  /** What this object's own text names; joined to services in the graph. */
  List<Evidence> evidence();

  default ResourceRef ref() {
    return meta().ref();
  }
}
