package dev.faultline.rollback.runs;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.workspace.ClusterPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that needs another, directly or through others.
 *
 * @param through the one that it needs the other through; empty if it calls it itself
 * @param health as it is now; unknown where it can't be seen
 */
public record Dependent(ResourceRef ref, Optional<ResourceRef> through, Health health) {

  /** Enough to reach whoever an engineer would have to tell. */
  private static final int DEPTH = 5;

  /** Who is hurt if the service fails, nearest first. */
  public static List<Dependent> of(ClusterPicture picture, ResourceRef service) {
    var reached = picture.graph().dependentsOf(service, DEPTH);
    Map<ResourceRef, Integer> distances = new HashMap<>();
    distances.put(service, 0);
    reached.forEach(one -> distances.put(one.ref(), one.distance()));
    return reached.stream()
        .map(
            one ->
                new Dependent(
                    one.ref(),
                    one.distance() == 1
                        ? Optional.empty()
                        : nearer(picture, one.ref(), one.distance(), distances),
                    health(picture, one.ref())))
        .toList();
  }

  private static Optional<ResourceRef> nearer(
      ClusterPicture picture, ResourceRef from, int distance, Map<ResourceRef, Integer> distances) {
    return picture.graph().dependenciesOf(from).stream()
        .map(Dependency::callee)
        .filter(Dependency.Callee.ToWorkload.class::isInstance)
        .map(callee -> ((Dependency.Callee.ToWorkload) callee).workload())
        .filter(callee -> distances.getOrDefault(callee, -1) == distance - 1)
        .findFirst();
  }

  private static Health health(ClusterPicture picture, ResourceRef ref) {
    return picture
        .catalog()
        .find(ref)
        .map(Service::health)
        .orElseGet(() -> new Health(Health.Status.UNKNOWN, List.of()));
  }
}
