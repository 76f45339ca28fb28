package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an API server refuses, in its words: a small part, but that which a rollback can meet. */
final class Validation {

  private static final Set<Kind> SELECTING =
      Set.of(Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.STATEFUL_SET, Kind.DAEMON_SET);

  /** What of a StatefulSet's spec may change. */
  private static final Set<String> STATEFUL_SET_MUTABLE =
      Set.of(
          "replicas",
          "ordinals",
          "template",
          "updateStrategy",
          "persistentVolumeClaimRetentionPolicy",
          "minReadySeconds",
          "revisionHistoryLimit");

  private Validation() {}

  /** Why a new object is not acceptable. */
  static Optional<String> ofNew(Manifest manifest) {
    return problem(manifest).map(problem -> sentence(manifest, problem));
  }

  /** Why an object may not be changed so. */
  static Optional<String> ofChange(Manifest before, Manifest after) {
    return immutable(before, after)
        .or(() -> problem(after))
        .map(problem -> sentence(after, problem));
  }

  private static Optional<String> immutable(Manifest before, Manifest after) {
    for (String name : Set.of("name", "namespace", "uid")) {
      if (!before.tree().find("metadata", name).equals(after.tree().find("metadata", name))) {
        return Optional.of("metadata." + name + ": Invalid value: field is immutable");
      }
    }
    var kind = after.kind();
    boolean selectorMoved = !before.spec().find("selector").equals(after.spec().find("selector"));
    if (selectorMoved && SELECTING.contains(kind)) {
      return Optional.of("spec.selector: Invalid value: field is immutable");
    }
    if (kind.equals(Kind.STATEFUL_SET) && !fixed(before).equals(fixed(after))) {
      return Optional.of(
          "spec: Forbidden: updates to statefulset spec for fields other than 'replicas',"
              + " 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit',"
              + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
    }
    return Optional.empty();
  }

  private static JsonObject fixed(Manifest statefulSet) {
    var spec = statefulSet.spec();
    for (String name : STATEFUL_SET_MUTABLE) {
      spec = spec.without(name);
    }
    return spec;
  }

  private static Optional<String> problem(Manifest manifest) {
    if (manifest.kind().equals(Kind.POD)) {
      return podProblem("spec", manifest.spec());
    }
    if (!SELECTING.contains(manifest.kind())) {
      return Optional.empty();
    }
    var labels = manifest.podTemplate().texts("metadata", "labels");
    var selector = manifest.spec().texts("selector", "matchLabels");
    return Trees.matches(selector, labels)
        ? podProblem("spec.template.spec", manifest.podTemplate().object("spec"))
        : Optional.of(
            "spec.template.metadata.labels: Invalid value: `selector` does not match template"
                + " `labels`");
  }

  private static Optional<String> podProblem(String where, JsonObject spec) {
    if (spec.array("containers").items().isEmpty()) {
      return Optional.of(where + ".containers: Required value");
    }
    var seen = new HashSet<String>();
    return Stream.concat(spec.objects("containers"), spec.objects("initContainers"))
        .flatMap(container -> containerProblem(where, container, seen).stream())
        .findFirst();
  }

  private static Optional<String> containerProblem(
      String where, JsonObject container, Set<String> seen) {
    var name = container.text("name").orElse("");
    if (name.isEmpty()) {
      return Optional.of(where + ".containers.name: Required value");
    }
    if (!seen.add(name)) {
      return Optional.of(where + ".containers.name: Duplicate value: \"" + name + "\"");
    }
    return container.text("image").orElse("").isBlank()
        ? Optional.of(where + ".containers[" + name + "].image: Required value")
        : Optional.empty();
  }

  private static String sentence(Manifest manifest, String problem) {
    return "%s \"%s\" is invalid: %s".formatted(manifest.kind().name(), manifest.name(), problem);
  }
}
