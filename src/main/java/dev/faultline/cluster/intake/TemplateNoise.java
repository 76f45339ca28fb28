package dev.faultline.cluster.intake;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Knows what in a pod template nobody meant: marks of controllers, and members that are empty only
 * because some encoder writes them out.
 */
final class TemplateNoise {

  /**
   * Members that say the same empty as absent. Others do not: an empty label selector selects
   * everything, an absent one nothing.
   */
  private static final Set<String> SAME_WHEN_EMPTY =
      Set.of(
          "metadata",
          "labels",
          "annotations",
          "resources",
          "limits",
          "requests",
          "securityContext",
          "affinity",
          "nodeSelector",
          "tolerations",
          "imagePullSecrets",
          "initContainers",
          "volumes",
          "volumeMounts",
          "env",
          "envFrom",
          "ports",
          "command",
          "args",
          "lifecycle",
          "hostAliases");

  private TemplateNoise() {}

  /** Fit for hashing: the Deployment's template and its ReplicaSet's give the same tree. */
  static JsonObject remove(JsonObject template) {
    return object(withoutMarks(template));
  }

  static JsonObject withoutMarks(JsonObject template) {
    var plain =
        template
            .without("$patch")
            .without("metadata", "labels", TemplateReader.REPLICA_SET_MARK)
            .without("metadata", "labels", TemplateReader.CONTROLLER_REVISION_MARK)
            .without("metadata", "labels", "pod-template-generation");
    return plain.find("metadata", "creationTimestamp").filter(Json.Null.NULL::equals).isPresent()
        ? plain.without("metadata", "creationTimestamp")
        : plain;
  }

  private static Json value(Json value) {
    return switch (value) {
      case JsonObject object -> object(object);
      case JsonArray array -> {
        var items = new ArrayList<Json>(array.items().size());
        array.items().forEach(item -> items.add(value(item)));
        yield new JsonArray(items);
      }
      case Json.Text text -> text;
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null none -> none;
    };
  }

  private static JsonObject object(JsonObject object) {
    var members = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach(
            (name, member) -> {
              var kept = value(member);
              if (!isNoise(name, kept)) {
                members.put(name, kept);
              }
            });
    return new JsonObject(members);
  }

  private static boolean isNoise(String name, Json value) {
    return switch (value) {
      case Json.Null ignored -> true;
      case JsonObject object -> object.isEmpty() && SAME_WHEN_EMPTY.contains(name);
      case JsonArray array -> array.items().isEmpty() && SAME_WHEN_EMPTY.contains(name);
      case Json.Text ignored -> false;
      case Json.Number ignored -> false;
      case Json.Bool ignored -> false;
    };
  }
}
