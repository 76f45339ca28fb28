package dev.faultline.rollback.journal;

import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.plan.RevisionPoint;
import dev.faultline.rollback.plan.RollbackPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody set out to do, written down before anything is sent.
 *
 * @param id sorts by time
 * @param user who, on this machine
 * @param uid the object's, so that a namesake made later is not taken for it
 * @param generation the object's before the change
 * @param undoOf the rollback that this one undoes
 */
public record Intent(
    String id,
    Instant time,
    String user,
    ResourceRef object,
    String uid,
    long generation,
    RevisionPoint from,
    RevisionPoint to,
    String reason,
    String changeCause,
    List<ChangeNote> changes,
    Optional<String> undoOf) {

  public Intent {
    changes = List.copyOf(changes);
  }

  public static Intent of(RollbackPlan plan, String id, Instant time, String user) {
    return new Intent(
        id,
        time,
        user,
        plan.service().ref(),
        plan.live().uid(),
        plan.live().generation(),
        plan.from(),
        plan.to(),
        plan.request().reason(),
        Redaction.text(plan.changeCause()),
        ChangeNote.of(plan.operations()),
        plan.request().undoOf());
  }

  /** "payment 1.5.0 → 1.4.2". */
  public String describe() {
    return object.name() + " " + from.labelBeside(to) + " → " + to.labelBeside(from);
  }
}
