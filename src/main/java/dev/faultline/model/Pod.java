package dev.faultline.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running copy of a template.
 *
 * @param reason why the pod as a whole is not as it should be: Evicted, Unschedulable
 * @param message the same in a sentence
 * @param templateHash the controller's own mark: {@code pod-template-hash} or {@code
 *     controller-revision-hash}
 * @param template of a pod that nobody owns, its own; empty for all others, as there are many
 */
public record Pod(
    ObjectMeta meta,
    String phase,
    String reason,
    String message,
    boolean ready,
    String node,
    String ip,
    Optional<Instant> started,
    String templateHash,
    List<ContainerState> containers,
    Optional<PodTemplate> template,
    List<Evidence> evidence)
    implements ClusterObject {

  public Pod {
    containers = List.copyOf(containers);
    evidence = List.copyOf(evidence);
  }

  public int restarts() {
    return containers.stream().mapToInt(ContainerState::restarts).sum();
  }

  /**
   * One container of a pod as it stands.
   *
   * @param imageId what really ran, with its digest; empty before the image is pulled
   * @param state waiting, running or terminated
   * @param reason of that state, such as CrashLoopBackOff
   * @param lastExit of the run that ended last, if one has ended
   */
  public record ContainerState(
      String name,
      boolean init,
      String image,
      String imageId,
      boolean ready,
      int restarts,
      String state,
      String reason,
      String message,
      Optional<Exit> lastExit) {}

  /** How a run of a container ended. */
  public record Exit(int code, String reason, Optional<Instant> at) {}
}
