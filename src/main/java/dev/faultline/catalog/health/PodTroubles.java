package dev.faultline.catalog.health;

import dev.faultline.model.Pod;
import dev.faultline.model.Pod.ContainerState;
import dev.faultline.model.Pod.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pods say of themselves when they are not well; equal complaints are counted, not repeated.
 */
final class PodTroubles {

  /** A restart counts against a service's health for this long. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  /** A container waits for these in every start. */
  private static final Set<String> ORDINARY_WAITS =
      Set.of("", "ContainerCreating", "PodInitializing");

  private final List<Pod> pods;
  private final Instant now;

  PodTroubles(List<Pod> pods, Instant now) {
    this.pods = pods;
    this.now = now;
  }

  /** Whether any pod fails, rather than needs its time to start. */
  boolean anyFails() {
    return pods.stream().anyMatch(this::fails);
  }

  private boolean fails(Pod pod) {
    return !pod.ready()
        && (pod.phase().equals("Failed")
            || pod.containers().stream().anyMatch(container -> fails(container)));
  }

  private boolean fails(ContainerState container) {
    return (container.state().equals("waiting") && !ORDINARY_WAITS.contains(container.reason()))
        || endedBadly(container)
        || restartedRecently(container).isPresent();
  }

  private static boolean endedBadly(ContainerState container) {
    return container.state().equals("terminated")
        && container.lastExit().filter(exit -> exit.code() != 0).isPresent();
  }

  /** Why pods are not ready, each reason with the number of pods it holds for. */
  List<String> unready() {
    return counted(
        pods.stream()
            .filter(pod -> !pod.ready() && !pod.phase().equals("Succeeded"))
            .flatMap(pod -> complaint(pod).stream()));
  }

  /** Which containers restarted in the last ten minutes, though their pods are ready again. */
  List<String> restarts() {
    return counted(
        pods.stream()
            .filter(Pod::ready)
            .flatMap(pod -> pod.containers().stream())
            .flatMap(container -> restart(container).stream()));
  }

  private Optional<String> complaint(Pod pod) {
    if (pod.phase().equals("Failed") && !pod.reason().isEmpty()) {
      return Optional.of(Words.clean(pod.reason()) + quoted(pod.message()));
    }
    if (pod.reason().equals("Unschedulable")) {
      return Optional.of("can't be scheduled" + quoted(pod.message()));
    }
    return pod.containers().stream()
        .flatMap(container -> complaint(container).stream())
        .findFirst()
        .or(() -> unreadyContainer(pod));
  }

  private static Optional<String> complaint(ContainerState container) {
    if (container.state().equals("waiting") && !ORDINARY_WAITS.contains(container.reason())) {
      var ended = container.lastExit().map(exit -> " (" + Words.exit(exit) + ")");
      var said = ended.orElseGet(() -> quoted(container.message()));
      return Optional.of(
          "container "
              + Words.clean(container.name())
              + " "
              + Words.clean(container.reason())
              + said);
    }
    return endedBadly(container)
        ? container
            .lastExit()
            .map(
                exit ->
                    "container "
                        + Words.clean(container.name())
                        + " ended with "
                        + Words.exit(exit))
        : Optional.empty();
  }

  private static Optional<String> unreadyContainer(Pod pod) {
    return pod.containers().stream()
        .filter(container -> !container.ready() && !container.init())
        .findFirst()
        .map(
            container ->
                container.state().equals("running")
                    ? "container " + Words.clean(container.name()) + " runs, but is not ready"
                    : "container " + Words.clean(container.name()) + " is starting")
        .or(() -> Optional.of(pod.node().isEmpty() ? "waits for a node" : "is not ready"));
  }

  private Optional<String> restart(ContainerState container) {
    return restartedRecently(container)
        .map(
            exit ->
                "container "
                    + Words.clean(container.name())
                    + " restarted, last "
                    + Words.ago(Duration.between(exit.at().orElse(now), now))
                    + " ("
                    + Words.exit(exit)
                    + ")");
  }

  private Optional<Exit> restartedRecently(ContainerState container) {
    return container
        .lastExit()
        .filter(ignored -> container.restarts() > 0)
        .filter(
            exit ->
                exit.at()
                    .filter(at -> Duration.between(at, now).compareTo(RECENT) <= 0)
                    .isPresent());
  }

  private static String quoted(String message) {
    return message.isEmpty() ? "" : ": " + Words.clean(message);
  }

  private static List<String> counted(Stream<String> complaints) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    complaints.forEach(complaint -> counts.merge(complaint, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(counted -> Words.count(counted.getValue(), "pod") + ": " + counted.getKey())
        .toList();
  }
}
