package dev.faultline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a place into words, without the levels that tell an engineer nothing. */
final class PlaceWords {

  private static final Map<String, String> ITEMS =
      Map.ofEntries(
          Map.entry("containers", "container"),
          Map.entry("initContainers", "init container"),
          Map.entry("ephemeralContainers", "ephemeral container"),
          Map.entry("env", "env"),
          Map.entry("envFrom", "env from"),
          Map.entry("ports", "port"),
          Map.entry("volumes", "volume"),
          Map.entry("volumeMounts", "mount"),
          Map.entry("volumeDevices", "device"),
          Map.entry("volumeClaimTemplates", "volume claim"),
          Map.entry("tolerations", "toleration"),
          Map.entry("conditions", "condition"),
          Map.entry("rules", "rule"),
          Map.entry("subjects", "subject"),
          Map.entry("imagePullSecrets", "image pull secret"),
          Map.entry("hostAliases", "host alias"),
          Map.entry("ownerReferences", "owner"),
          Map.entry("metrics", "metric"));

  private static final Map<String, String> PROBES =
      Map.of(
          "livenessProbe", "liveness probe",
          "readinessProbe", "readiness probe",
          "startupProbe", "startup probe");

  private static final Set<String> LEVELS =
      Set.of("spec", "template", "jobTemplate", "jobTargetRef", "metadata");

  private PlaceWords() {}

  static String of(Place place) {
    var parts = new ArrayList<String>();
    var plain = new StringBuilder();
    var steps = place.steps();
    int start = 0;
    while (start < steps.size() - 1 && isLevel(steps.get(start))) {
      start++;
    }
    boolean pod = steps.subList(0, start).stream().anyMatch(s -> s.member().equals("template"));
    for (int i = start; i < steps.size(); i++) {
      int taken = special(steps, i, pod && i == start, parts, plain);
      if (taken == 0) {
        plain.append(plain.isEmpty() ? "" : ".").append(steps.get(i).member());
        taken = 1;
        if (!steps.get(i).item().isEmpty()) {
          plain.append(' ').append(steps.get(i).item());
          flush(plain, parts);
        }
      }
      i += taken - 1;
    }
    flush(plain, parts);
    return String.join(" · ", parts);
  }

  private static boolean isLevel(Place.Step step) {
    return step.item().isEmpty() && LEVELS.contains(step.member());
  }

  /** Adds the words of steps that have words of their own; answers how many steps that took. */
  private static int special(
      List<Place.Step> steps, int i, boolean pod, List<String> parts, StringBuilder plain) {
    var step = steps.get(i);
    var following = i + 1 < steps.size() ? steps.get(i + 1).member() : "";
    if (!step.item().isEmpty() && ITEMS.containsKey(step.member())) {
      add(ITEMS.get(step.member()) + " " + step.item(), plain, parts);
      return 1;
    }
    if (PROBES.containsKey(step.member())) {
      add(PROBES.get(step.member()) + "", plain, parts);
      return 1;
    }
    if (following.isEmpty()) {
      return 0;
    }
    switch (step.member()) {
      case "labels" -> add((pod ? "pod label " : "label ") + following, plain, parts);
      case "annotations" ->
          add((pod ? "pod annotation " : "annotation ") + following, plain, parts);
      case "data", "stringData", "binaryData" -> add("data " + following, plain, parts);
      case "limits" -> add(following + " limit", dropResources(plain), parts);
      case "requests" -> add(following + " request", dropResources(plain), parts);
      default -> {
        return 0;
      }
    }
    return 2;
  }

  private static StringBuilder dropResources(StringBuilder plain) {
    if (plain.toString().equals("resources")) {
      plain.setLength(0);
    }
    return plain;
  }

  private static void add(String words, StringBuilder plain, List<String> parts) {
    flush(plain, parts);
    parts.add(words);
  }

  private static void flush(StringBuilder plain, List<String> parts) {
    if (!plain.isEmpty()) {
      parts.add(plain.toString());
      plain.setLength(0);
    }
  }
}
