package dev.faultline.rollback.plan;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.JsonObject;
import java.util.List;

/** A way of bringing an earlier version back. */
public sealed interface Strategy {

  /**
   * Patches the workload's template to that of an earlier revision; its controller rolls it out.
   *
   * @param template what the workload's template will be
   * @param changes what differs, and nothing else
   */
  record RestoreTemplate(JsonObject template, List<PatchOperation> changes) implements Strategy {
    public RestoreTemplate {
      changes = List.copyOf(changes);
    }
  }
}
