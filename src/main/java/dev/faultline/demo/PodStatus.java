package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A pod's status as its kubelet reports it. */
final class PodStatus {

  private PodStatus() {}

  static JsonObject of(
      Manifest pod, String ip, Instant started, List<ContainerRun> containers, Instant now) {
    var unready = containers.stream().filter(c -> !c.ready).map(ContainerRun::name).toList();
    boolean ready = unready.isEmpty();
    Optional<String> reason = ready ? Optional.empty() : Optional.of("ContainersNotReady");
    var message = "containers with unready status: [" + String.join(" ", unready) + "]";
    var conditions =
        Conditions.of(pod.status())
            .set("PodScheduled", true, Optional.empty(), "", now)
            .set("Initialized", true, Optional.empty(), "", now)
            .set("ContainersReady", ready, reason, message, now)
            .set("Ready", ready, reason, message, now);
    boolean allStarted = containers.stream().allMatch(container -> container.runs > 0);
    var status =
        Trees.object(
            "phase",
            allStarted ? "Running" : "Pending",
            "conditions",
            conditions.list(),
            "hostIP",
            "192.168.10." + (10 + Math.floorMod(node(pod).hashCode(), 200)),
            "podIP",
            ip,
            "podIPs",
            List.of(Trees.object("ip", ip)),
            "startTime",
            started,
            "qosClass",
            pod.status().text("qosClass").orElse("Burstable"),
            "containerStatuses",
            containers.stream().map(PodStatus::container).toList());
    var initial =
        pod.spec().objects("initContainers").map(init -> completed(init, started)).toList();
    return initial.isEmpty() ? status : status.with(Trees.value(initial), "initContainerStatuses");
  }

  private static JsonObject container(ContainerRun container) {
    return Trees.object(
        "name",
        container.name(),
        "image",
        container.image(),
        "imageID",
        container.imageId,
        "containerID",
        container.containerId,
        "ready",
        container.ready,
        "started",
        container.state instanceof ContainerRun.State.Running,
        "restartCount",
        container.restarts,
        "state",
        state(container.state),
        "lastState",
        container
            .last
            .map(exit -> JsonObject.of("terminated", terminated(container, exit)))
            .orElse(JsonObject.EMPTY));
  }

  private static JsonObject state(ContainerRun.State state) {
    return switch (state) {
      case ContainerRun.State.Waiting waiting -> {
        var tree = Trees.object("reason", waiting.reason());
        yield JsonObject.of(
            "waiting",
            waiting.message().isEmpty() ? tree : tree.with(Json.of(waiting.message()), "message"));
      }
      case ContainerRun.State.Running running ->
          JsonObject.of("running", Trees.object("startedAt", running.since()));
      case ContainerRun.State.Ended ended -> JsonObject.of("terminated", terminated(ended.exit()));
    };
  }

  private static JsonObject terminated(ContainerRun container, ContainerRun.Exit exit) {
    return terminated(exit).with(Json.of(container.containerId), "containerID");
  }

  private static JsonObject terminated(ContainerRun.Exit exit) {
    return Trees.object(
        "exitCode", exit.code(),
        "reason", exit.reason(),
        "startedAt", exit.started(),
        "finishedAt", exit.finished());
  }

  private static JsonObject completed(JsonObject init, Instant at) {
    var image = init.text("image").orElse("");
    return Trees.object(
        "name",
        init.text("name").orElse(""),
        "image",
        image,
        "imageID",
        Software.digest(image),
        "ready",
        true,
        "restartCount",
        0,
        "state",
        JsonObject.of("terminated", terminated(new ContainerRun.Exit(0, "Completed", at, at))));
  }

  private static String node(Manifest pod) {
    return pod.spec().text("nodeName").orElse("");
  }
}
