package dev.faultline.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides by its place what a change is about. */
final class Categories {

  private static final Map<String, Category> MEMBERS =
      Map.ofEntries(
          Map.entry("image", Category.IMAGE),
          Map.entry("env", Category.ENV),
          Map.entry("envFrom", Category.ENV),
          Map.entry("livenessProbe", Category.PROBES),
          Map.entry("readinessProbe", Category.PROBES),
          Map.entry("startupProbe", Category.PROBES),
          Map.entry("resources", Category.RESOURCES),
          Map.entry("ports", Category.PORTS),
          Map.entry("selector", Category.SELECTORS),
          Map.entry("nodeSelector", Category.SELECTORS),
          Map.entry("data", Category.CONFIGURATION),
          Map.entry("stringData", Category.CONFIGURATION),
          Map.entry("binaryData", Category.CONFIGURATION),
          Map.entry("volumes", Category.CONFIGURATION),
          Map.entry("volumeMounts", Category.CONFIGURATION),
          Map.entry("command", Category.COMMAND),
          Map.entry("args", Category.COMMAND));

  private static final List<String> CONTAINERS =
      List.of("containers", "initContainers", "ephemeralContainers");

  private Categories() {}

  static Category of(Place place) {
    if (place.has("metadata")) {
      return place.last().endsWith("/restartedAt") ? Category.RESTART : labels(place);
    }
    // The first member that says something: a probe's port is the probe's, not a port.
    var named =
        place.steps().stream()
            .flatMap(step -> Optional.ofNullable(MEMBERS.get(step.member())).stream())
            .findFirst();
    return named.orElse(CONTAINERS.contains(place.last()) ? Category.IMAGE : Category.OTHER);
  }

  private static Category labels(Place place) {
    return place.has("labels") || place.has("annotations") ? Category.LABELS : Category.OTHER;
  }
}
