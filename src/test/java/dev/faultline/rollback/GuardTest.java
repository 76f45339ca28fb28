package dev.faultline.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Reading;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between preview and click, and between read and patch, others are at work too. */
class GuardTest {

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

  private void setImage(String version) {
    night.somebody(
        tree ->
            (dev.faultline.model.json.JsonObject)
                dev.faultline.rollback.patch.JsonPatch.apply(
                    tree,
                    new dev.faultline.cluster.PatchOperation.Replace(
                        java.util.List.of("spec", "template", "spec", "containers", "0", "image"),
                        Json.of("registry.shop.example/payment:" + version))));
  }

  private void annotate(String name, String value) {
    night.somebody(tree -> tree.with(Json.of(value), "metadata", "annotations", name));
  }

  private void scale(int replicas) {
    night.somebody(tree -> tree.with(Json.of(replicas), "spec", "replicas"));
  }

  /** What a crash loop's status does, without anything that anybody meant. */
  private void writeSomethingHarmless() {
    var now = night.live().resourceVersion();
    annotate("deployment.kubernetes.io/revision", "9" + now);
  }

  private Refusal refusal(RollbackOutcome outcome) {
    assertThat(outcome).isInstanceOf(RollbackOutcome.Refused.class);
    return ((RollbackOutcome.Refused) outcome).refusal();
  }

  @Test
  void anImageSetBetweenPreviewAndClickIsNotOverwritten() {
    var rollback = night.prepare("1.4.2");
    setImage("1.4.1");

    var refusal = refusal(night.confirmAndRun(rollback));

    assertThat(refusal)
        .isInstanceOfSatisfying(
            Refusal.Moved.class,
            moved -> {
              assertThat(moved.places()).containsExactly("/spec/template/spec/containers/0/image");
              assertThat(moved.fresh().podTemplate().toString()).contains("payment:1.4.1");
            });
    assertThat(night.actions.writes).isEmpty();
    assertThat(night.live().podTemplate().toString()).contains("payment:1.4.1");
    assertThat(night.journal.read().entries().getFirst().ended().map(Step.Ended::result))
        .contains(Step.Result.REFUSED);
  }

  @Test
  void anAnnotationSetBetweenPreviewAndClickIsNotOverwrittenEither() {
    var rollback = night.prepare("1.4.2");
    annotate("team/on-hold", "until nine");

    assertThat(refusal(night.confirmAndRun(rollback)))
        .isInstanceOfSatisfying(
            Refusal.Moved.class,
            moved ->
                assertThat(moved.places()).containsExactly("/metadata/annotations/team~1on-hold"));
  }

  @Test
  void aCrashLoopThatWritesStatusIsNoReasonToRefuse() {
    var rollback = night.prepare("1.4.2");
    var before = night.live().resourceVersion();
    night.demo.remove(night.payment().currentRevision().orElseThrow().heldBy());
    night.waits(Duration.ofSeconds(5));
    assertThat(night.live().resourceVersion()).isNotEqualTo(before);

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
  }

  @Test
  void replicasThatAnAutoscalerSetAreNoReasonToRefuseAndAreKept() {
    var rollback = night.prepare("1.4.2");
    scale(4);

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(night.live().spec().number("replicas")).hasValue(4);
  }

  @Test
  void theControllersOwnRevisionNumberIsNoReasonToRefuse() {
    var rollback = night.prepare("1.4.2");
    annotate("deployment.kubernetes.io/revision", "77");

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
  }

  @Test
  void fiveConflictsAreTriedAgain() {
    var rollback = night.prepare("1.4.2");
    for (int i = 0; i < 5; i++) {
      night.actions.beforeNextWrite(this::writeSomethingHarmless);
    }

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(night.actions.writes).hasSize(6);
  }

  @Test
  void theSixthConflictIsTheLast() {
    var rollback = night.prepare("1.4.2");
    for (int i = 0; i < 6; i++) {
      night.actions.beforeNextWrite(this::writeSomethingHarmless);
    }

    assertThat(refusal(night.confirmAndRun(rollback))).isInstanceOf(Refusal.Contended.class);
    assertThat(night.actions.writes).hasSize(6);
    assertThat(night.live().podTemplate().toString()).contains("payment:1.5.0");
  }

  @Test
  void aReleaseBetweenReadAndPatchIsMetByTheServersPreconditionAndThenSeen() {
    var rollback = night.prepare("1.4.2");
    night.actions.beforeNextWrite(() -> setImage("1.4.1"));

    assertThat(refusal(night.confirmAndRun(rollback))).isInstanceOf(Refusal.Moved.class);
    assertThat(night.live().podTemplate().toString()).contains("payment:1.4.1");
  }

  @Test
  void aLostAnswerIsNotGuessedButAskedFor() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().loseNextAnswer();

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(night.actions.writes).hasSize(1);
    assertThat(night.journal.read().entries().getFirst().applied().orElseThrow().sentence())
        .isEqualTo("the answer was lost, but the change is there");
  }

  @Test
  void aLostRequestIsSentAgain() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().loseNextRequest();

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
    assertThat(night.actions.writes).hasSize(2);
  }

  @Test
  void aLostAnswerWithALostLinkIsUnknownAndSaysSo() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().loseNextAnswer();
    night.actions.afterNextWrite(() -> night.demo.faults().breakConnection("no route to host"));

    var outcome = night.confirmAndRun(rollback);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RollbackOutcome.Unknown.class,
            unknown -> assertThat(unknown.sentence()).contains("not known (no route to host)"));
    assertThat(night.journal.read().entries().getFirst().ended().map(Step.Ended::result))
        .contains(Step.Result.UNKNOWN);
  }

  @Test
  void aLostAnswerAndAnotherReleaseAreNotCalledARefusal() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().loseNextAnswer();
    night.actions.afterNextWrite(
        () -> {
          setImage("1.4.1");
          annotate("kubernetes.io/change-cause", "release 1.4.1");
        });

    assertThat(night.confirmAndRun(rollback))
        .isInstanceOfSatisfying(
            RollbackOutcome.Unknown.class,
            unknown -> assertThat(unknown.reason()).startsWith("an answer was lost, and then"));
  }

  @Test
  void aClusterThatCannotBeReachedAtTheClickIsLeftAlone() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().breakConnection("no route to host");

    assertThat(refusal(night.confirmAndRun(rollback)).sentence())
        .isEqualTo("the cluster can't be reached (no route to host): nothing was sent");
  }

  @Test
  void permissionTakenAwayMeanwhileIsARefusal() {
    var rollback = night.prepare("1.4.2");
    night.demo.faults().deny("patch", DemoNight.PAYMENT.kind(), "shop");

    assertThat(refusal(night.confirmAndRun(rollback))).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void aNamesakeMadeAnewIsNotTheOneThatWasPreviewed() {
    var rollback = night.prepare("1.4.2");
    night.actions.reading(
        reading ->
            reading instanceof Reading.Found found
                ? new Reading.Found(
                    new dev.faultline.model.Manifest(
                        found.manifest().tree().with(Json.of("another"), "metadata", "uid")))
                : reading);

    assertThat(refusal(night.confirmAndRun(rollback)))
        .isInstanceOfSatisfying(
            Refusal.Moved.class,
            moved -> assertThat(moved.places()).containsExactly("/metadata/uid"));
  }

  @Test
  void aDeletedDeploymentIsGone() {
    var rollback = night.prepare("1.4.2");
    night.demo.remove(DemoNight.PAYMENT);

    assertThat(refusal(night.confirmAndRun(rollback)).sentence())
        .isEqualTo("Deployment shop/payment is gone");
  }

  @Test
  void theMarkOfARunningRollbackIsGoneAfterwards() {
    night.takeBack("1.4.2");

    assertThat(folder.resolve("running")).isEmptyDirectory();
    assertThat(night.journal.unsettled()).extracting(JournalEntry::id).isEmpty();
  }
}
