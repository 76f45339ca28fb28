package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Reads once the kinds that a cluster may lack, beside all else, and of the endpoints of Services
 * those that somebody wrote down. What is not served, may not be read or fails is left out, and is
 * not missed.
 */
final class RouteReading {

  /**
   * The controller makes one of every Service with a selector, which tells the same: there are
   * thousands.
   */
  private static final String WRITTEN =
      "endpointslice.kubernetes.io/managed-by!=endpointslice-controller.k8s.io";

  /** What has not come by then, when all else is there, is done without. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final ApiLink link;
  private final ObjectIntake intake;
  private final Task<Boolean> task;
  private final List<StateChange> read = Collections.synchronizedList(new ArrayList<>());

  /** Begins to read. */
  RouteReading(
      ApiLink link,
      Background background,
      ObjectIntake intake,
      Scope scope,
      Collection<Kind> kinds) {
    this.link = link;
    this.intake = intake;
    this.task =
        background.start(
            "reading routes",
            DEADLINE,
            () -> {
              if (!kinds.isEmpty()) {
                read(scope, kinds);
              }
              return true;
            });
  }

  /** What has been read, in time, of whole kinds. */
  List<StateChange> await() throws InterruptedException {
    task.await();
    synchronized (read) {
      return List.copyOf(read);
    }
  }

  private void read(Scope scope, Collection<Kind> kinds) {
    for (Resource resource : within(scope, new RouteDiscovery(link).find(kinds))) {
      for (String namespace : scope.asked()) {
        read.addAll(list(wanted(resource), namespace));
      }
    }
  }

  private static Resource wanted(Resource resource) {
    return resource.kind().equals(Kind.ENDPOINT_SLICE) ? resource.selecting(WRITTEN) : resource;
  }

  /** Who names namespaces looks at those, and at nothing that stands beside them. */
  static List<Resource> within(Scope scope, List<Resource> resources) {
    return scope instanceof Scope.Everywhere
        ? resources
        : resources.stream().filter(Resource::namespaced).toList();
  }

  private List<StateChange> list(Resource resource, String namespace) {
    var objects = new ArrayList<StateChange>();
    try {
      new ListReader(link)
          .list(
              resource,
              namespace,
              intake.worthReading(resource.kind()),
              manifest -> objects.add(new StateChange.Put(intake.read(manifest))));
    } catch (LinkException e) {
      return List.of();
    }
    if (resource.labels().isEmpty()) {
      objects.add(new StateChange.Covered(resource.kind(), new Coverage.Live()));
    }
    return objects;
  }
}
