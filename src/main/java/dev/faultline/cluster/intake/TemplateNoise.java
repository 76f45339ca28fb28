package dev.faultline.cluster.intake;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
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

  /** Fit for hashing: the Deployment's template and its ReplicaSet's give the same bytes. */
  static byte[] canonical(JsonObject template) {
    return JsonCodec.canonical(withoutMarks(template), TemplateNoise::isNoise);
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

  /** An object is empty too if all that is in it is noise. */
  private static boolean isNoise(String name, Json value) {
    return switch (value) {
      case Json.Null ignored -> true;
      case JsonObject object -> SAME_WHEN_EMPTY.contains(name) && isEmpty(object);
      case JsonArray array -> SAME_WHEN_EMPTY.contains(name) && array.items().isEmpty();
      case Json.Text ignored -> false;
      case Json.Number ignored -> false;
      case Json.Bool ignored -> false;
    };
  }

  private static boolean isEmpty(JsonObject object) {
    return object.members().entrySet().stream()
        .allMatch(member -> isNoise(member.getKey(), member.getValue()));
  }
}
