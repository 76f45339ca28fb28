package dev.faultline.rollback.runs;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Pod;
import dev.faultline.model.Redaction;
import dev.faultline.model.Service;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RevisionPoint;
import dev.faultline.rollback.plan.Words;
import dev.faultline.rollback.runs.PodSight.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pods of a service, told by version. It remembers when it first saw a pod ready, because the
 * cluster's summary does not say; used by one thread at a time.
 */
final class PodSights {

  private static final Set<String> ORDINARY_WAITS =
      Set.of("", "ContainerCreating", "PodInitializing");

  private final RevisionPoint from;
  private final RevisionPoint to;
  private final Map<String, Optional<Instant>> readySince = new HashMap<>();
  private boolean looked;

  PodSights(RevisionPoint from, RevisionPoint to) {
    this.from = from;
    this.to = to;
  }

  /** The pods as they are now: those of the target first, and of each the newest first. */
  List<PodSight> look(ClusterState state, Service service, Instant now) {
    var versions = new PodVersions(state, service);
    var sights = service.pods().stream().map(pod -> sight(pod, versions, now)).toList();
    readySince.keySet().retainAll(service.pods().stream().map(pod -> pod.meta().uid()).toList());
    looked = true;
    return sights.stream()
        .sorted(
            Comparator.comparing(PodSight::target)
                .reversed()
                .thenComparing(PodSight::condition)
                .thenComparing(PodSight::name))
        .toList();
  }

  private PodSight sight(Pod pod, PodVersions versions, Instant now) {
    var id = versions.revisionOf(pod);
    boolean target = id.filter(to.id()::equals).isPresent();
    var condition = condition(pod);
    return new PodSight(
        pod.ref().name(),
        label(id, versions),
        target,
        condition,
        since(pod, condition, now),
        condition == Condition.FAILING ? trouble(pod) : "");
  }

  private String label(Optional<String> id, PodVersions versions) {
    if (id.filter(to.id()::equals).isPresent()) {
      return to.labelBeside(from);
    }
    return id.filter(from.id()::equals).isPresent()
        ? from.labelBeside(to)
        : id.flatMap(versions::label).orElse("");
  }

  private Optional<Instant> since(Pod pod, Condition condition, Instant now) {
    var uid = pod.meta().uid();
    if (condition != Condition.READY) {
      readySince.remove(uid);
      return condition == Condition.GOING ? pod.meta().deleting() : pod.meta().created();
    }
    // One that was ready at the first look was so before: nobody saw since when.
    return readySince.computeIfAbsent(uid, unseen -> looked ? Optional.of(now) : Optional.empty());
  }

  private static Condition condition(Pod pod) {
    if (pod.meta().deleting().isPresent()) {
      return Condition.GOING;
    }
    if (pod.phase().equals("Succeeded")) {
      return Condition.OVER;
    }
    if (pod.ready()) {
      return Condition.READY;
    }
    boolean fails =
        pod.phase().equals("Failed") || pod.containers().stream().anyMatch(PodSights::fails);
    return fails ? Condition.FAILING : Condition.STARTING;
  }

  private static boolean fails(Pod.ContainerState container) {
    boolean waits =
        container.state().equals("waiting") && !ORDINARY_WAITS.contains(container.reason());
    boolean ended =
        container.state().equals("terminated")
            && container.lastExit().filter(exit -> exit.code() != 0).isPresent();
    return waits || ended || (container.restarts() > 0 && !container.ready());
  }

  private static String trouble(Pod pod) {
    var reason =
        pod.containers().stream()
            .filter(PodSights::fails)
            .map(Pod.ContainerState::reason)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(pod.reason());
    return Words.oneLine(Redaction.text(reason), 60);
  }

  /** Which revision a pod is of, by the controller's own marks. */
  private static final class PodVersions {
    private final Map<String, String> revisionByMark = new HashMap<>();
    private final Map<String, RevisionPoint> points = new HashMap<>();

    PodVersions(ClusterState state, Service service) {
      service
          .revisions()
          .forEach(
              revision -> {
                points.put(revision.id(), RevisionPoint.of(revision));
                mark(revision.heldBy().name(), revision.id());
                state
                    .find(revision.heldBy(), Workload.class)
                    .map(holder -> holder.meta().labels())
                    .ifPresent(
                        labels -> {
                          mark(labels.getOrDefault("pod-template-hash", ""), revision.id());
                          mark(labels.getOrDefault("controller-revision-hash", ""), revision.id());
                        });
                var prefix = service.ref().name() + "-";
                if (revision.heldBy().name().startsWith(prefix)) {
                  mark(revision.heldBy().name().substring(prefix.length()), revision.id());
                }
              });
    }

    private void mark(String mark, String revision) {
      if (!mark.isEmpty()) {
        revisionByMark.putIfAbsent(mark, revision);
      }
    }

    Optional<String> revisionOf(Pod pod) {
      return Optional.ofNullable(revisionByMark.get(pod.templateHash()))
          .or(() -> pod.meta().controller().map(owner -> revisionByMark.get(owner.name())));
    }

    Optional<String> label(String id) {
      return Optional.ofNullable(points.get(id)).map(RevisionPoint::label);
    }
  }
}
