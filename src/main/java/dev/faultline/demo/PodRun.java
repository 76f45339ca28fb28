package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One pod on its node, from the sandbox to the end: images pulled, containers started, restarted
 * when they crash, probed. Restart policy Always; init containers are taken to succeed at once.
 */
final class PodRun {

  private static final Duration SANDBOX = Duration.ofMillis(400);
  private static final Duration RESTART = Duration.ofMillis(700);
  private static final Duration STOPPING = Duration.ofMillis(1_200);
  private static final Duration CONFIG_RETRY = Duration.ofSeconds(10);

  private final Nodes nodes;
  private final ResourceRef ref;
  private final String uid;
  private final String ip;
  private final Instant started;
  private final List<ContainerRun> containers;
  private boolean stopping;

  PodRun(Nodes nodes, ResourceRef ref, Manifest pod) {
    this.nodes = nodes;
    this.ref = ref;
    this.uid = pod.uid();
    this.ip = nodes.names().podIp();
    this.started = nodes.queue().now();
    this.containers = pod.spec().objects("containers").map(ContainerRun::new).toList();
  }

  void begin() {
    report();
    in(SANDBOX, this::mount);
  }

  private void mount(Manifest pod) {
    var missing = Environment.missingVolumes(nodes.store(), pod);
    if (!missing.isEmpty()) {
      warn(pod, "FailedMount", "MountVolume.SetUp failed for volume: " + missing.getFirst());
      in(CONFIG_RETRY, this::mount);
      return;
    }
    containers.forEach(container -> pull(pod, container));
  }

  private void pull(Manifest pod, ContainerRun container) {
    var image = container.image();
    var held = pod.spec().text("nodeName").orElse("") + " " + image;
    if (nodes.heldImages().contains(held)) {
      say(pod, "Pulled", "Container image \"" + image + "\" already present on machine");
      start(pod, container);
    } else if (nodes.software().has(image)) {
      say(pod, "Pulling", "Pulling image \"" + image + "\"");
      int millis = 800 + Math.floorMod(image.hashCode(), 1_500);
      in(
          Duration.ofMillis(millis),
          fresh -> {
            nodes.heldImages().add(held);
            say(fresh, "Pulled", "Successfully pulled image \"" + image + "\" in " + millis + "ms");
            start(fresh, container);
          });
    } else {
      refusePull(pod, container);
    }
  }

  private void refusePull(Manifest pod, ContainerRun container) {
    var image = container.image();
    var why = "failed to pull and unpack image \"" + image + "\": not found";
    warn(pod, "Failed", "Failed to pull image \"" + image + "\": " + why);
    warn(pod, "Failed", "Error: ErrImagePull");
    container.state = new ContainerRun.State.Waiting("ErrImagePull", why);
    report();
    container.pulls.after(nodes.queue().now());
    backOffPull(container);
  }

  private void backOffPull(ContainerRun container) {
    var wait = container.pulls.after(nodes.queue().now());
    in(
        Duration.ofSeconds(2),
        pod -> {
          var message = "Back-off pulling image \"" + container.image() + "\"";
          say(pod, "BackOff", message);
          container.state = new ContainerRun.State.Waiting("ImagePullBackOff", message);
          report();
        });
    in(wait, pod -> pull(pod, container));
  }

  private void start(Manifest pod, ContainerRun container) {
    container.environment = Environment.of(nodes.store(), ref.namespace(), container.spec);
    if (!container.environment.missing().isEmpty()) {
      var missing = container.environment.missing().getFirst();
      warn(pod, "Failed", "Error: " + missing);
      container.state = new ContainerRun.State.Waiting("CreateContainerConfigError", missing);
      report();
      in(CONFIG_RETRY, fresh -> start(fresh, container));
      return;
    }
    container.imageId = Software.digest(container.image());
    container.containerId = "containerd://" + nodes.names().uid().replace("-", "");
    container.callees = Callees.of(nodes.store(), ref.namespace(), container.environment.values());
    container.begin(nodes.queue().now());
    say(pod, "Created", "Created container: " + container.name());
    say(pod, "Started", "Started container " + container.name());
    var start = new Program.Start(Software.tag(container.image()), container.environment.values());
    run(container, nodes.software().program(container.image()).start(start));
  }

  private void run(ContainerRun container, Program.Run run) {
    int number = container.runs;
    switch (run) {
      case Program.Run.Runs runs -> {
        runs.says().forEach(line -> container.say(nodes.queue().now(), line));
        new Prober(nodes, this, container, runs.warmUp()).begin();
      }
      case Program.Run.Crashes crashes ->
          in(
              crashes.after(),
              pod -> {
                if (container.runs == number) {
                  crashes.says().forEach(line -> container.say(nodes.queue().now(), line));
                  crashed(pod, container, crashes);
                }
              });
    }
    report();
  }

  private void crashed(Manifest pod, ContainerRun container, Program.Run.Crashes how) {
    var exit = container.end(how.exitCode(), how.reason(), nodes.queue().now());
    var wait = container.crashes.after(nodes.queue().now());
    if (!wait.isZero()) {
      container.state =
          new ContainerRun.State.Waiting(
              "CrashLoopBackOff",
              "back-off %s restarting failed container=%s pod=%s_%s(%s)"
                  .formatted(words(wait), container.name(), ref.name(), ref.namespace(), uid));
      container.last = Optional.of(exit);
      warn(
          pod,
          "BackOff",
          "Back-off restarting failed container %s in pod %s_%s(%s)"
              .formatted(container.name(), ref.name(), ref.namespace(), uid));
    }
    report();
    in(
        wait.isZero() ? RESTART : wait,
        fresh -> {
          container.last = Optional.of(exit);
          pull(fresh, container);
        });
  }

  /** Stops every container, then takes the pod away. */
  void stop() {
    if (stopping) {
      return;
    }
    nodes
        .store()
        .find(ref)
        .ifPresent(
            pod ->
                containers.stream()
                    .filter(container -> container.state instanceof ContainerRun.State.Running)
                    .forEach(c -> say(pod, "Killing", "Stopping container " + c.name())));
    stopping = true;
    nodes
        .queue()
        .in(
            STOPPING,
            () ->
                nodes
                    .store()
                    .find(ref)
                    .filter(pod -> pod.uid().equals(uid))
                    .ifPresent(pod -> nodes.store().remove(ref)));
  }

  /** Writes the status as it is now. */
  void report() {
    pod()
        .ifPresent(
            pod ->
                nodes
                    .store()
                    .updateStatus(
                        pod, PodStatus.of(pod, ip, started, containers, nodes.queue().now())));
  }

  /** The pod, while it is there and not being stopped. */
  Optional<Manifest> pod() {
    return stopping
        ? Optional.empty()
        : nodes.store().find(ref).filter(pod -> pod.uid().equals(uid));
  }

  Optional<ContainerRun> container(String name) {
    return containers.stream().filter(container -> container.name().equals(name)).findFirst();
  }

  List<ContainerRun> containers() {
    return containers;
  }

  String ip() {
    return ip;
  }

  void warn(Manifest pod, String reason, String message) {
    nodes.events().warning(pod, "kubelet", reason, message);
  }

  private void say(Manifest pod, String reason, String message) {
    nodes.events().normal(pod, "kubelet", reason, message);
  }

  /** Does something later, unless the pod is gone by then. */
  private void in(Duration delay, java.util.function.Consumer<Manifest> task) {
    nodes.queue().in(delay, () -> pod().ifPresent(task));
  }

  private static String words(Duration wait) {
    long seconds = wait.toSeconds();
    return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
  }
}
