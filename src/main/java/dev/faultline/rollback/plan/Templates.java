package dev.faultline.rollback.plan;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;

/** Pod templates without what controllers and encoders write into them. */
final class Templates {

  private Templates() {}

  /**
   * The template as a person set it. A ReplicaSet's carries its hash as a label, a
   * ControllerRevision's the mark of a patch, and old API servers an empty creation time.
   */
  static JsonObject plain(JsonObject template) {
    var plain =
        template
            .without("$patch")
            .without("metadata", "labels", "pod-template-hash")
            .without("metadata", "labels", "controller-revision-hash")
            .without("metadata", "labels", "pod-template-generation");
    return plain.find("metadata", "creationTimestamp").filter(Json.Null.NULL::equals).isPresent()
        ? plain.without("metadata", "creationTimestamp")
        : plain;
  }
}
