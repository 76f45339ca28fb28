package dev.faultline.model;

import java.util.List;
import java.util.Optional;

/**
 * A service is a top-level workload with all that belongs to it.
 *
 * @param ref the workload
 * @param belonging as labels say
 * @param readOnly owned by something unknown: shown, never written to
 * @param fronts the Kubernetes Services that select its pods
 * @param configuration what its template refers to
 * @param revisions newest first
 * @param restarts of all containers of the pods that are there
 */
public record Service(
    ResourceRef ref,
    Version version,
    Health health,
    Replicas replicas,
    Ownership ownership,
    Belonging belonging,
    boolean readOnly,
    List<ResourceRef> fronts,
    List<Reference> configuration,
    List<Revision> revisions,
    List<Pod> pods,
    int restarts) {

  public Service {
    fronts = List.copyOf(fronts);
    configuration = List.copyOf(configuration);
    revisions = List.copyOf(revisions);
    pods = List.copyOf(pods);
  }

  public Optional<Revision> currentRevision() {
    return revisions.stream().filter(Revision::current).findFirst();
  }
}
