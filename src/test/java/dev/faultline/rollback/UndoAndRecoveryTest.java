package dev.faultline.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.model.json.Json;
import dev.faultline.rollback.Recovery.Assessment;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoAndRecoveryTest {

  /** What {@code kill -9} is to a test: nothing after it runs but what the system does. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path folder;
  private DemoNight night;

  @BeforeEach
  void theIncident() {
    night = new DemoNight(folder);
  }

  @AfterEach
  void close() {
    night.close();
  }

  private String takenBack() {
    return ((RollbackOutcome.Verified) night.takeBack("1.4.2")).journalId();
  }

  private Preparation undo(String id) {
    return night.engine().prepareUndo(id, "", DemoNight.OPTIONS);
  }

  private String objection(String id) {
    assertThat(undo(id)).isInstanceOf(Preparation.Impossible.class);
    return ((Preparation.Impossible) undo(id)).reason();
  }

  private JournalEntry interrupted() {
    assertThat(night.journal.unsettled()).hasSize(1);
    return night.journal.unsettled().getFirst();
  }

  private Assessment assess() {
    return new Recovery(night.cluster()).assess(interrupted());
  }

  @Test
  void anUndoBringsBackWhatRanBeforeAndIsLinked() {
    var id = takenBack();
    var outcome = night.confirmAndRun(DemoNight.ready(undo(id)));

    assertThat(outcome).isInstanceOf(RollbackOutcome.Failed.class);
    assertThat(night.live().podTemplate().toString()).contains("payment:1.5.0", "DB_POOL");
    assertThat(night.live().annotations().get("kubernetes.io/change-cause"))
        .isEqualTo(
            "Rolled back 1.4.2 → 1.5.0: undo of %s (was: bogdan: PAY-381 payment 1.5.0, pool left to the platform)"
                .formatted(id));
    assertThat(night.journal.read().entries().getLast().intent().undoOf()).contains(id);
  }

  @Test
  void whatWasUndoneIsNotUndoneTwiceButTheUndoCanBe() {
    var id = takenBack();
    night.confirmAndRun(DemoNight.ready(undo(id)));
    var second = night.journal.read().entries().getLast().id();

    assertThat(objection(id)).isEqualTo("%s was undone already, by %s".formatted(id, second));
    assertThat(night.confirmAndRun(DemoNight.ready(undo(second))))
        .isInstanceOf(RollbackOutcome.Verified.class);
  }

  @Test
  void aReleaseSinceThenIsNotTakenAwayByAnUndo() {
    var id = takenBack();
    night.takeBack("1.4.1");

    assertThat(objection(id))
        .isEqualTo(
            "payment runs 1.4.1 since, not 1.4.2 as the rollback left it: choose a version and roll"
                + " back to that");
  }

  @Test
  void anyOtherChangeSinceThenIsNamed() {
    var id = takenBack();
    night.somebody(tree -> tree.with(Json.of(33), "spec", "minReadySeconds"));

    assertThat(objection(id))
        .isEqualTo(
            "spec.minReadySeconds of payment was changed since the rollback: choose a version and"
                + " roll back to that");
  }

  @Test
  void replicasThatChangedSinceThenAreNoObjection() {
    var id = takenBack();
    night.somebody(tree -> tree.with(Json.of(3), "spec", "replicas"));

    assertThat(undo(id)).isInstanceOf(Preparation.Ready.class);
  }

  @Test
  void whatWasRefusedOrNeverWasCannotBeUndone() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().deny("patch", DemoNight.PAYMENT.kind(), "shop");
    night.confirmAndRun(rollback);
    var id = night.journal.read().entries().getFirst().id();

    assertThat(objection(id)).isEqualTo(id + " changed nothing, so there is nothing to undo");
    assertThat(objection("nonsense")).startsWith("the journal has no rollback nonsense");
  }

  @Test
  void killedBeforeThePatchItWasNeverSent() {
    var rollback = night.prepare("1.4.2");
    night.actions.beforeNextWrite(
        () -> {
          throw new Killed();
        });
    assertThatThrownBy(() -> night.confirmAndRun(rollback)).hasRootCauseInstanceOf(Killed.class);

    assertThat(assess())
        .isEqualTo(
            new Assessment.NeverSent(
                "the rollback of payment 1.5.0 → 1.4.2 was begun at %s and never arrived: payment runs 1.5.0 as before"
                    .formatted(interrupted().intent().time().truncatedTo(ChronoUnit.SECONDS))));
  }

  @Test
  void killedAfterThePatchTheClusterTellsHowItStands() {
    var rollback = night.prepare("1.4.2");
    night.actions.afterNextWrite(
        () -> {
          throw new Killed();
        });
    assertThatThrownBy(() -> night.confirmAndRun(rollback)).hasRootCauseInstanceOf(Killed.class);

    var first = assess();
    assertThat(first).isInstanceOf(Assessment.AppliedNotReady.class);
    assertThat(first.sentence()).contains("applied, but never seen to work: 0 of 2 pods of 1.4.2");

    night.waits(Duration.ofMinutes(2));
    var second = assess();
    assertThat(second).isInstanceOf(Assessment.AppliedAndReady.class);

    new Recovery(night.cluster()).close(night.journal, interrupted(), second, night.clock);
    assertThat(night.journal.unsettled()).isEmpty();
    var entry = night.journal.read().entries().getFirst();
    assertThat(entry.ended().map(Step.Ended::result)).contains(Step.Result.VERIFIED);
    assertThat(undo(entry.id())).isInstanceOf(Preparation.Ready.class);
  }

  @Test
  void whoseArrivalWasNotKnownIsAskedForAgainOnceTheClusterAnswers() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().loseNextAnswer();
    night.actions.afterNextWrite(() -> night.demo.faults().breakConnection("no route to host"));
    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Unknown.class);

    night.demo.faults().mendConnection();
    night.waits(Duration.ofMinutes(2));
    var found = assess();
    assertThat(found).isInstanceOf(Assessment.AppliedAndReady.class);
    new Recovery(night.cluster()).close(night.journal, interrupted(), found, night.clock);

    assertThat(night.journal.unsettled()).isEmpty();
    assertThat(night.journal.read().entries().getFirst().changedTheCluster()).isTrue();
  }

  @Test
  void killedAndThenSupersededOrUnreachable() {
    var rollback = night.prepare("1.4.2");
    night.actions.afterNextWrite(
        () -> {
          throw new Killed();
        });
    assertThatThrownBy(() -> night.confirmAndRun(rollback)).hasRootCauseInstanceOf(Killed.class);

    night.demo.faults().breakConnection("no route to host");
    var unknown = assess();
    assertThat(unknown).isInstanceOf(Assessment.Unknown.class);
    assertThat(unknown.sentence()).endsWith("the cluster can't be reached: no route to host");
    new Recovery(night.cluster()).close(night.journal, interrupted(), unknown, night.clock);
    assertThat(night.journal.unsettled()).hasSize(1);
    night.demo.faults().mendConnection();

    night.takeBack("1.4.1");
    assertThat(assess()).isInstanceOf(Assessment.Superseded.class);

    night.demo.remove(DemoNight.PAYMENT);
    assertThat(assess().sentence()).endsWith("Deployment shop/payment is gone since");
  }
}
