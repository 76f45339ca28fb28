package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Reads a cluster once: all kinds at the same time, each object mapped as it comes in. */
final class Snapshot {

  /** Kinds that clusters have most of, in ascending order. */
  private static final List<Kind> LARGE =
      List.of(
          Kind.SERVICE, Kind.DEPLOYMENT, Kind.CONFIG_MAP, Kind.REPLICA_SET, Kind.EVENT, Kind.POD);

  /** Each costs a handshake, and a machine has not so many cores to read with. */
  private static final int CONNECTIONS = 6;

  private final ApiLink link;
  private final Background background;
  private final ObjectIntake intake;
  private final InstantSource clock;
  private final Duration deadline;
  private final Semaphore connections = new Semaphore(CONNECTIONS, true);

  Snapshot(
      ApiLink link,
      Background background,
      ObjectIntake intake,
      InstantSource clock,
      Duration deadline) {
    this.link = link;
    this.background = background;
    this.intake = intake;
    this.clock = clock;
    this.deadline = deadline;
  }

  /** One list that is under way. */
  private record Reading(KindCoverage coverage, String namespace, Task<List<StateChange>> task) {}

  /**
   * A kind that can't be read is marked as such and does not stop the others.
   *
   * @param scope where all namespaces are wanted, the lists are begun while it is still asked what
   *     may be read: most may read all, and what is refused is thrown away
   * @throws LinkException if nothing at all can be read because the link is broken
   */
  ClusterState read(
      ClusterId cluster, Scope scope, Collection<Resource> resources, Access.Asking asking)
      throws InterruptedException {
    var early = new LinkedHashMap<Kind, Task<List<StateChange>>>();
    if (scope instanceof Scope.Everywhere) {
      largestFirst(resources, false)
          .forEach(resource -> early.put(resource.kind(), start(resource, Access.EVERYWHERE)));
    }
    return read(cluster, resources, asking.ask(), early);
  }

  private ClusterState read(
      ClusterId cluster,
      Collection<Resource> resources,
      Map<Kind, Access.Granted> granted,
      Map<Kind, Task<List<StateChange>>> early)
      throws InterruptedException {
    var changes = new ArrayList<StateChange>();
    gather(largestFirst(resources, false), granted, early, changes);
    // What a Secret names is looked for among the Services: they are known by now.
    gather(largestFirst(resources, true), granted, Map.of(), changes);
    return ClusterState.empty(cluster, clock.instant()).apply(clock.instant(), changes);
  }

  private void gather(
      List<Resource> resources,
      Map<Kind, Access.Granted> granted,
      Map<Kind, Task<List<StateChange>>> early,
      List<StateChange> changes)
      throws InterruptedException {
    var readings = new ArrayList<Reading>();
    for (Resource resource : resources) {
      var begun = Optional.ofNullable(early.get(resource.kind()));
      var access = granted.get(resource.kind());
      if (access == null || !access.namespaces().contains(Access.EVERYWHERE)) {
        begun.ifPresent(Task::cancel);
      }
      if (access == null) {
        continue;
      }
      var coverage =
          new KindCoverage(resource.kind(), access.namespaces(), access.forbidden(), changes::add);
      for (String namespace : access.namespaces()) {
        var task =
            begun
                .filter(list -> namespace.equals(Access.EVERYWHERE))
                .orElseGet(() -> start(resource, namespace));
        readings.add(new Reading(coverage, namespace, task));
      }
    }
    for (Reading reading : readings) {
      finish(reading, changes);
    }
  }

  /** What takes longest is begun first. */
  private static List<Resource> largestFirst(Collection<Resource> resources, boolean values) {
    return resources.stream()
        .filter(resource -> resource.values() == values)
        .sorted(Comparator.comparing(resource -> -LARGE.indexOf(resource.kind())))
        .toList();
  }

  private Task<List<StateChange>> start(Resource resource, String namespace) {
    return background.start(
        "reading " + resource.plural(),
        deadline,
        () -> {
          var read = new ArrayList<StateChange>();
          connections.acquire();
          try {
            new ListReader(link)
                .list(
                    resource,
                    namespace,
                    intake.worthReading(resource.kind()),
                    manifest -> read.add(new StateChange.Put(intake.read(manifest))));
          } finally {
            connections.release();
          }
          return read;
        });
  }

  private void finish(Reading reading, List<StateChange> changes) throws InterruptedException {
    switch (reading.task().await()) {
      case Outcome.Done<List<StateChange>> done -> {
        changes.addAll(done.value());
        reading.coverage().set(reading.namespace(), new Coverage.Live());
      }
      case Outcome.Failed<List<StateChange>> failed ->
          reading.coverage().set(reading.namespace(), coverage(failed.cause()));
      case Outcome.TimedOut<List<StateChange>> late ->
          reading
              .coverage()
              .set(
                  reading.namespace(),
                  stale(new LinkFailure.TimedOut(link.address(), late.after())));
      case Outcome.Cancelled<List<StateChange>> _ ->
          throw new InterruptedException("the link is being closed");
    }
  }

  private Coverage coverage(Throwable cause) {
    return cause instanceof LinkException failed
        ? switch (failed.failure()) {
          case LinkFailure.Forbidden forbidden -> new Coverage.Forbidden(forbidden.reason());
          case LinkFailure.ServerError(int status, String _) when status == 404 ->
              new Coverage.NotServed();
          default -> stale(failed.failure());
        }
        : stale(new LinkFailure.Broken(link.address(), "reading failed, see the log"));
  }

  private Coverage stale(LinkFailure failure) {
    return new Coverage.Stale(clock.instant(), failure.sentence());
  }
}
