package dev.faultline.cluster.intake;

import dev.faultline.model.Kind;
import dev.faultline.model.json.Pruning;

/** What of an object is looked at: a large cluster sends three times as much as that. */
final class WorthReading {

  /**
   * Of the fields that a manager has written no more than whether the pod template is among them.
   */
  private static final Pruning MANAGED_FIELDS =
      Pruning.NONE.with(
          "fieldsV1",
          Pruning.only()
              .with(
                  "f:spec",
                  Pruning.only()
                      .with("f:template", Pruning.only())
                      .with("f:jobTemplate", inSpec("f:template"))
                      .with("f:jobTargetRef", Pruning.only().with("f:template", Pruning.only()))));

  /** All but most of what the managers have written, a third of all that is sent. */
  static final Pruning WHOLE =
      Pruning.NONE.with("metadata", Pruning.NONE.with("managedFields", MANAGED_FIELDS));

  private static final Pruning WITHOUT_MANAGERS =
      Pruning.NONE.with("metadata", Pruning.without("managedFields"));

  private static final Pruning CONTAINER = Pruning.only("name", "image");

  private static final Pruning CONTAINER_STATUS =
      Pruning.without("allocatedResources", "resources", "user", "volumeMounts");

  private static final Pruning POD =
      WITHOUT_MANAGERS
          .with(
              "spec",
              Pruning.only("nodeName")
                  .with("initContainers", CONTAINER)
                  .with("containers", CONTAINER))
          .with(
              "status",
              Pruning.NONE
                  .with("initContainerStatuses", CONTAINER_STATUS)
                  .with("containerStatuses", CONTAINER_STATUS));

  private WorthReading() {}

  /** For a list of services, which names no authors and shows no templates of pods. */
  static Pruning forSummary(Kind kind) {
    if (kind.equals(Kind.POD)) {
      return POD;
    }
    return kind.equals(Kind.REPLICA_SET) || kind.equals(Kind.SERVICE) ? WITHOUT_MANAGERS : WHOLE;
  }

  private static Pruning inSpec(String member) {
    return Pruning.only().with("f:spec", Pruning.only().with(member, Pruning.only()));
  }
}
