package dev.faultline.rollback.plan;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.util.List;

/**
 * Exactly what a rollback would do, and what it rests on.
 *
 * @param service as it stood when the plan was made
 * @param from what runs now
 * @param target what shall run again
 * @param live the object as it was read for this plan
 * @param changeCause the sentence that is left in the object's change-cause
 * @param operations all that is sent, in one patch: the template's changes, then the change-cause
 */
public record RollbackPlan(
    RollbackRequest request,
    Service service,
    RevisionPoint from,
    Revision target,
    Manifest live,
    Strategy strategy,
    String changeCause,
    List<PatchOperation> operations) {

  public RollbackPlan {
    operations = List.copyOf(operations);
  }

  public RevisionPoint to() {
    return RevisionPoint.of(target);
  }

  /** What must still hold at the click. */
  public Snapshot snapshot() {
    return Snapshot.of(live);
  }

  /** "Roll back payment to 1.4.2": fit for a button. */
  public String title() {
    return "Roll back " + service.ref().name() + " to " + to().labelBeside(from);
  }
}
