package dev.faultline.demo;

import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the pods of all nodes, and wakes their probes when something they call changes. */
final class Kubelet implements Controller {

  private static final Duration NOTICES = Duration.ofMillis(60);

  private final Nodes nodes;
  private final Map<String, PodRun> runs = new HashMap<>();

  Kubelet(Nodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.POD, Kind.ENDPOINT_SLICE);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.POD)) {
      if (change.removed()) {
        runs.remove(change.object().uid());
      }
      return change.samePod() ? Stream.empty() : Stream.of(change.ref());
    }
    boolean endpointsCameOrWent =
        change.kind().equals(Kind.ENDPOINT_SLICE)
            && answers(change.before()) != answers(change.after());
    return endpointsCameOrWent ? Stream.of(service(change.ref(), change.object())) : Stream.empty();
  }

  @Override
  public void reconcile(ResourceRef ref) {
    if (ref.kind().equals(Kind.SERVICE)) {
      wakeCallersOf(ref);
      return;
    }
    nodes
        .store()
        .find(ref)
        .filter(pod -> pod.spec().text("nodeName").isPresent())
        .ifPresent(pod -> run(ref, pod));
    nodes
        .store()
        .find(ref)
        .filter(pod -> Trees.isDeleting(pod) && pod.spec().text("nodeName").isEmpty())
        .ifPresent(pod -> nodes.store().remove(ref));
  }

  private void run(ResourceRef ref, Manifest pod) {
    var run = runs.get(pod.uid());
    if (run == null) {
      var begun = new PodRun(nodes, ref, pod);
      runs.put(pod.uid(), begun);
      nodes.queue().in(NOTICES, begun::begin);
      run = begun;
    }
    if (Trees.isDeleting(pod)) {
      run.stop();
    }
  }

  private void wakeCallersOf(ResourceRef service) {
    // In the order of the pods, as a hash map's own order would differ from run to run.
    for (Manifest pod : nodes.store().list(Kind.POD)) {
      Optional.ofNullable(runs.get(pod.uid())).stream()
          .flatMap(run -> run.containers().stream())
          .filter(container -> container.callees.include(service))
          .flatMap(container -> container.prober.stream())
          .forEach(Prober::wake);
    }
  }

  LogReading logs(LogRequest request) {
    var pod = nodes.store().find(request.pod());
    if (pod.isEmpty()) {
      return new LogReading.Unavailable("pods \"" + request.pod().name() + "\" not found");
    }
    var where = "container \"%s\" in pod \"%s\"".formatted(request.container(), pod.get().name());
    var container =
        Optional.ofNullable(runs.get(pod.get().uid()))
            .flatMap(run -> run.container(request.container()));
    if (container.isEmpty()) {
      return new LogReading.Unavailable(where + " is not there");
    }
    return request.previous()
        ? container
            .get()
            .previousLines()
            .<LogReading>map(lines -> new LogReading.Lines(last(lines, request.lastLines())))
            .orElseGet(
                () -> new LogReading.Unavailable("previous terminated " + where + " not found"))
        : current(container.get(), where, request.lastLines());
  }

  private static LogReading current(ContainerRun container, String where, int count) {
    if (container.runs == 0 && container.state instanceof ContainerRun.State.Waiting waiting) {
      return new LogReading.Unavailable(where + " is waiting to start: " + waiting.reason());
    }
    return new LogReading.Lines(last(container.lines(), count));
  }

  private static List<String> last(List<String> lines, int count) {
    return lines.subList(Math.max(0, lines.size() - Math.max(0, count)), lines.size());
  }

  private static boolean answers(Optional<Manifest> slice) {
    return slice.filter(present -> EndpointsController.ready(present) > 0).isPresent();
  }

  private static ResourceRef service(ResourceRef slice, Manifest manifest) {
    var name = manifest.labels().getOrDefault(EndpointsController.SERVICE_LABEL, "");
    return slice.sibling(Kind.SERVICE, name);
  }
}
