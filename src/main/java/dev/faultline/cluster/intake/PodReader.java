package dev.faultline.cluster.intake;

import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Pod;
import dev.faultline.model.Pod.ContainerState;
import dev.faultline.model.Pod.Exit;
import dev.faultline.model.PodTemplate;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads pods. There are many, so that little is kept of each. */
final class PodReader {

  private final Pool pool;
  private final TemplateReader templates;

  PodReader(Pool pool, TemplateReader templates) {
    this.pool = pool;
    this.templates = templates;
  }

  /** A pod that a workload made: the template is the workload's. */
  Pod read(ObjectMeta meta, Manifest manifest) {
    return pod(meta, manifest, Optional.empty(), List.of());
  }

  /** A pod on its own: with its template, as it is a service. */
  Pod readWhole(ObjectMeta meta, Manifest manifest, List<Evidence> evidence) {
    var metadata =
        new JsonObject(
            Map.of(
                "labels", JsonObject.ofTexts(manifest.labels()),
                "annotations", JsonObject.ofTexts(meta.annotations())));
    var template = new JsonObject(Map.of("metadata", metadata, "spec", manifest.spec()));
    return pod(meta, manifest, Optional.of(templates.read(template, meta)), evidence);
  }

  private Pod pod(
      ObjectMeta meta, Manifest manifest, Optional<PodTemplate> template, List<Evidence> evidence) {
    var status = manifest.status();
    var unscheduled = condition(status, "PodScheduled", "False");
    return new Pod(
        meta,
        pool.share(status.text("phase").orElse("")),
        pool.share(
            status.text("reason").or(() -> unscheduled.flatMap(c -> c.text("reason"))).orElse("")),
        pool.share(
            status
                .text("message")
                .or(() -> unscheduled.flatMap(c -> c.text("message")))
                .orElse("")),
        condition(status, "Ready", "True").isPresent(),
        pool.share(manifest.spec().text("nodeName").orElse("")),
        status.text("podIP").orElse(""),
        Times.read(status, "startTime"),
        templateHash(meta.labels()),
        containers(manifest),
        template,
        evidence);
  }

  private static String templateHash(Map<String, String> labels) {
    return labels.getOrDefault(
        TemplateReader.REPLICA_SET_MARK,
        labels.getOrDefault(TemplateReader.CONTROLLER_REVISION_MARK, ""));
  }

  private static Optional<JsonObject> condition(JsonObject status, String type, String value) {
    return status
        .objects("conditions")
        .filter(condition -> condition.text("type").filter(type::equals).isPresent())
        .filter(condition -> condition.text("status").filter(value::equals).isPresent())
        .findFirst();
  }

  private List<ContainerState> containers(Manifest manifest) {
    return Stream.concat(
            containers(manifest, "initContainers", "initContainerStatuses", true),
            containers(manifest, "containers", "containerStatuses", false))
        .toList();
  }

  /** In the order of the spec; a container without a status has not begun. */
  private Stream<ContainerState> containers(
      Manifest manifest, String inSpec, String inStatus, boolean init) {
    var statuses = new HashMap<String, JsonObject>();
    manifest
        .status()
        .objects(inStatus)
        .forEach(status -> status.text("name").ifPresent(name -> statuses.put(name, status)));
    return manifest
        .spec()
        .objects(inSpec)
        .map(
            container -> {
              var name = container.text("name").orElse("");
              var status = statuses.getOrDefault(name, JsonObject.EMPTY);
              return container(name, init, container.text("image").orElse(""), status);
            });
  }

  private ContainerState container(String name, boolean init, String image, JsonObject status) {
    var states = status.object("state");
    String state =
        Stream.of("terminated", "running", "waiting")
            .filter(candidate -> states.find(candidate).isPresent())
            .findFirst()
            .orElse("waiting");
    return new ContainerState(
        pool.share(name),
        init,
        pool.share(image),
        pool.share(status.text("imageID").orElse("")),
        status.isTrue("ready"),
        (int) Math.clamp(status.number("restartCount").orElse(0), 0L, Integer.MAX_VALUE),
        pool.share(state),
        pool.share(states.text(state, "reason").orElse("")),
        states.text(state, "message").orElse(""),
        exit(states.object("terminated")).or(() -> exit(status.object("lastState", "terminated"))));
  }

  private Optional<Exit> exit(JsonObject terminated) {
    return terminated
        .find("exitCode")
        .filter(Json.Number.class::isInstance)
        .map(
            ignored ->
                new Exit(
                    (int) terminated.number("exitCode").orElse(0),
                    pool.share(terminated.text("reason").orElse("")),
                    Times.read(terminated, "finishedAt")));
  }
}
