package dev.faultline.catalog;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import java.util.Optional;

/** Fetches the whole pod template of a revision. */
public final class RevisionTemplates {

  private RevisionTemplates() {}

  /**
   * The template as whatever holds it has it, with the controller's marks but for the {@code
   * $patch} of a ControllerRevision; empty if the holder is gone, or is a pod.
   */
  public static Optional<JsonObject> of(ClusterState state, Revision revision) {
    return state
        .find(revision.heldBy(), Workload.class)
        .map(workload -> template(workload.manifest().read()))
        .filter(template -> !template.isEmpty());
  }

  private static JsonObject template(Manifest manifest) {
    return manifest.kind().equals(Kind.CONTROLLER_REVISION)
        ? manifest.tree().object("data", "spec", "template").without("$patch")
        : manifest.podTemplate();
  }
}
