package dev.faultline.rollback;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Manifest;
import dev.faultline.rollback.plan.ChangeCause;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.plan.Snapshot;
import java.util.Optional;

/**
 * Sends a plan's patch to the very object that was previewed, and to nothing else.
 *
 * <p>Each try reads the object anew. What was previewed must still be so; then the patch goes with
 * the fresh resourceVersion. A conflict alone is no reason to refuse, as a crash loop writes status
 * every second. An answer that got lost is not guessed: the object is asked.
 */
final class GuardedPatch {

  /** The first try, and five more. */
  private static final int TRIES = 6;

  private final ClusterActions actions;
  private final Pauses pauses;
  private final RollbackPlan plan;
  private final Snapshot previewed;

  /** Whether a patch may have reached the server without our knowing. */
  private boolean doubt;

  private String lastTrouble = "";

  GuardedPatch(ClusterActions actions, Pauses pauses, RollbackPlan plan) {
    this.actions = actions;
    this.pauses = pauses;
    this.plan = plan;
    this.previewed = plan.snapshot();
  }

  /** What came of it. */
  sealed interface Sent {

    /** The server has the change; the object with it. */
    record Applied(Manifest answer, boolean answerWasLost) implements Sent {}

    /** Nothing was changed, and why. */
    record Refused(Refusal refusal) implements Sent {}

    /** It may or may not have arrived. */
    record Unknown(String reason) implements Sent {}
  }

  Sent send() throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) {
        pauses.before(attempt);
      }
      var sent = attempt();
      if (sent.isPresent()) {
        return sent.get();
      }
    }
    return doubt
        ? new Sent.Unknown(lastTrouble)
        : new Sent.Refused(new Refusal.Contended(lastTrouble));
  }

  /** What is known when the waiting between two tries was cut short. */
  Sent interrupted() {
    return doubt
        ? new Sent.Unknown("interrupted while asking whether it arrived")
        : new Sent.Refused(new Refusal.NotConfirmed("it was stopped before it was done"));
  }

  /** One try; empty if another one makes sense. */
  private Optional<Sent> attempt() {
    return switch (actions.read(plan.service().ref())) {
      case Reading.Found found -> attempt(found.manifest());
      case Reading.Absent _ -> over(new Refusal.Gone(plan.service().ref().describe() + " is gone"));
      case Reading.Forbidden forbidden -> over(new Refusal.Forbidden(forbidden.reason()));
      case Reading.Failed failed -> {
        lastTrouble = failed.reason();
        yield doubt ? Optional.empty() : over(new Refusal.Unreachable(failed.reason()));
      }
    };
  }

  private Optional<Sent> attempt(Manifest fresh) {
    if (doubt && isOurs(fresh)) {
      return Optional.of(new Sent.Applied(fresh, true));
    }
    var differences = previewed.differences(fresh);
    if (!differences.isEmpty()) {
      return over(new Refusal.Moved(fresh, differences));
    }
    if (fresh.tree().find("metadata", "deletionTimestamp").isPresent()) {
      return over(new Refusal.Gone(plan.service().ref().describe() + " is being deleted"));
    }
    var precondition = new Write.Precondition(fresh.uid(), fresh.resourceVersion());
    var patch = new Write.Patch(plan.service().ref(), plan.operations(), precondition, false);
    return switch (actions.write(patch)) {
      case WriteResult.Accepted accepted -> Optional.of(new Sent.Applied(accepted.answer(), false));
      case WriteResult.Conflict conflict -> again(conflict.reason());
      case WriteResult.Forbidden forbidden -> over(new Refusal.Forbidden(forbidden.reason()));
      case WriteResult.Invalid invalid -> over(new Refusal.Invalid(invalid.reason()));
      case WriteResult.Absent _ ->
          over(new Refusal.Gone(plan.service().ref().describe() + " is gone"));
      case WriteResult.Failed failed when failed.mayHaveHappened() -> {
        doubt = true;
        yield again(failed.reason());
      }
      case WriteResult.Failed failed ->
          doubt ? again(failed.reason()) : over(new Refusal.Unreachable(failed.reason()));
    };
  }

  private Optional<Sent> again(String trouble) {
    lastTrouble = trouble;
    return Optional.empty();
  }

  /** Once an answer was lost, a refusal of a later try does not say that the first did nothing. */
  private Optional<Sent> over(Refusal refusal) {
    return Optional.of(
        doubt
            ? new Sent.Unknown("an answer was lost, and then: " + refusal.sentence())
            : new Sent.Refused(refusal));
  }

  /** Our sentence stands in the change-cause, and the template is not what it was. */
  private boolean isOurs(Manifest fresh) {
    return fresh.uid().equals(previewed.uid())
        && plan.changeCause().equals(fresh.annotations().get(ChangeCause.ANNOTATION))
        && !plan.live().podTemplate().equals(fresh.podTemplate());
  }
}
