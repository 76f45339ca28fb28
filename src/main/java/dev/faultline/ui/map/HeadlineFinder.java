package dev.faultline.ui.map;

import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.RolloutStatus.Condition;
import dev.faultline.model.Service;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.Candidate;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.plan.Crashes;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the one failing service that the others' trouble leads down to: it fails, and what it needs
 * does not. Of several, the one that hurts most; if none fails, one whose rollout is stuck.
 */
final class HeadlineFinder {

  private static final Set<Status> UNWELL = Set.of(Status.FAILING, Status.DEGRADED);

  /** What is needed and only just comes up may be all that is wrong. */
  private static final Set<Status> NOT_WELL =
      Set.of(Status.FAILING, Status.DEGRADED, Status.PROGRESSING);

  private static final Set<Kind> REVISIONED =
      Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);

  private HeadlineFinder() {}

  private record Failing(ClusterPicture cluster, Service service, boolean deepest, int hurt) {}

  /**
   * @param namespaces those that are looked at; none means all
   */
  static Optional<Headline> find(Workspace workspace, Set<String> namespaces) {
    return workspace.clusters().stream()
        .flatMap(cluster -> failing(cluster, namespaces))
        // Where two that fail need each other, neither is the deepest: better one than none.
        .max(
            Comparator.comparing((Failing one) -> fails(one.service()))
                .thenComparing(Failing::deepest)
                .thenComparingInt(Failing::hurt)
                .thenComparing(one -> created(one.service()).orElse(Instant.EPOCH))
                .thenComparing(one -> one.service().ref(), Comparator.reverseOrder()))
        .map(HeadlineFinder::headline);
  }

  private static boolean fails(Service service) {
    return service.health().status() == Status.FAILING;
  }

  /** No pod of the newest revision comes up, and the old ones serve on: nobody is hurt yet. */
  static boolean isStuck(Service service) {
    return service.health().status() == Status.DEGRADED
        && service
            .currentRevision()
            .filter(revision -> revision.pods() > 0 && revision.readyPods() == 0)
            .isPresent();
  }

  /** The last known good revision, as far as the cluster tells. */
  static Optional<Revision> before(ClusterPicture cluster, Service service) {
    return REVISIONED.contains(service.ref().kind()) && !service.readOnly()
        ? Candidates.of(service, Set.of(), Crashes.of(cluster.state(), service))
            .proposed()
            .map(Candidate::revision)
        : Optional.empty();
  }

  private static Map<ResourceRef, Status> health(ClusterPicture cluster) {
    var health = new HashMap<ResourceRef, Status>();
    cluster
        .catalog()
        .services()
        .forEach(service -> health.put(service.ref(), service.health().status()));
    return health;
  }

  private static Stream<Failing> failing(ClusterPicture cluster, Set<String> namespaces) {
    var failing =
        cluster.catalog().services().stream()
            .filter(service -> fails(service) || isStuck(service))
            .filter(service -> isWithin(service.ref(), namespaces))
            .toList();
    if (failing.isEmpty()) {
      return Stream.empty();
    }
    var health = health(cluster);
    var unwell =
        health.keySet().stream().filter(ref -> isUnwell(health, ref)).collect(Collectors.toSet());
    var graph = cluster.graph();
    var hurt = graph.countDependents(failing.stream().map(Service::ref).toList(), unwell);
    return failing.stream()
        .map(
            service ->
                new Failing(
                    cluster,
                    service,
                    isDeepest(graph, service, health),
                    hurt.getOrDefault(service.ref(), 0)));
  }

  private static boolean isDeepest(
      DependencyGraph graph, Service service, Map<ResourceRef, Status> health) {
    return graph.dependenciesOf(service.ref(), 1).stream()
        .noneMatch(needed -> NOT_WELL.contains(status(health, needed.ref())));
  }

  private static boolean isUnwell(Map<ResourceRef, Status> health, ResourceRef ref) {
    return UNWELL.contains(status(health, ref));
  }

  private static Status status(Map<ResourceRef, Status> health, ResourceRef ref) {
    return health.getOrDefault(ref, Status.UNKNOWN);
  }

  private static Headline headline(Failing candidate) {
    var service = candidate.service();
    var dependents =
        candidate.cluster().graph().dependentsOf(service.ref()).stream()
            .filter(DependencyGraph::isDrawnAtFirst)
            .map(Dependency::caller)
            .map(ResourceRef::name)
            .distinct()
            .sorted()
            .toList();
    var since =
        candidate
            .cluster()
            .state()
            .find(service.ref(), Workload.class)
            .flatMap(workload -> workload.rollout().condition("Available"))
            .filter(condition -> condition.status().equals("False"))
            .flatMap(Condition::lastUpdate);
    // A service whose own needs are not well is told of, but nobody is led to take it back.
    var before =
        candidate.deepest() ? before(candidate.cluster(), service) : Optional.<Revision>empty();
    return new Headline(service, since, dependents, before);
  }

  private static Optional<Instant> created(Service service) {
    return service.currentRevision().flatMap(Revision::created);
  }

  private static boolean isWithin(ResourceRef ref, Set<String> namespaces) {
    return namespaces.isEmpty() || namespaces.contains(ref.namespace());
  }
}
