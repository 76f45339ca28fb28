package dev.faultline.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.Health;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.KubectlCommand;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.rollback.watch.WatchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackFlowTest {

  @TempDir Path folder;
  private DemoNight night;

  @BeforeEach
  void theIncident() {
    night = new DemoNight(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    night.close();
  }

  private Health.Status health(String service) {
    return ServiceCatalog.of(night.demo.source().state())
        .find("shop/" + service)
        .getFirst()
        .health()
        .status();
  }

  private JournalEntry onlyEntry() {
    assertThat(night.journal.read().entries()).hasSize(1);
    return night.journal.read().entries().getFirst();
  }

  @Test
  void takingPaymentBackIsVerifiedAndHealsTheChain() {
    assertThat(health("payment")).isEqualTo(Health.Status.FAILING);

    var outcome = night.takeBack("1.4.2");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RollbackOutcome.Verified.class,
            verified ->
                assertThat(verified.sentence())
                    .startsWith("payment runs 1.4.2 again: 2 of 2 pods of 1.4.2 are ready"));
    night.waits(Duration.ofMinutes(1));
    assertThat(List.of(health("payment"), health("order"), health("gateway")))
        .containsOnly(Health.Status.HEALTHY);
  }

  @Test
  void onlyTheTemplateAndTheChangeCauseAreTouched() {
    var before = night.live();
    night.takeBack("1.4.2");
    var after = night.live();

    assertThat(after.annotations())
        .containsEntry(
            "kubernetes.io/change-cause",
            "Rolled back 1.5.0 → 1.4.2: payments fail (was: dana: PAY-371 audit line for each"
                + " capture)")
        .containsEntry(
            "shop.example/recreate-because", "the ledger's lock allows one version at a time");
    assertThat(after.spec().without("template")).isEqualTo(before.spec().without("template"));
    assertThat(after.podTemplate().toString()).doesNotContain("DB_POOL");
  }

  @Test
  void theJournalTellsWhatWasMeantAndWhatCameOfIt() {
    var outcome = (RollbackOutcome.Verified) night.takeBack("1.4.2");
    var entry = onlyEntry();

    assertThat(entry.id()).isEqualTo(outcome.journalId());
    assertThat(entry.intent().describe()).isEqualTo("payment 1.5.0 → 1.4.2");
    assertThat(entry.intent().user()).isEqualTo("kim");
    assertThat(entry.intent().reason()).isEqualTo("payments fail");
    assertThat(entry.applied()).isPresent();
    assertThat(entry.ended().orElseThrow().result()).isEqualTo(Step.Result.VERIFIED);
    assertThat(night.journal.unsettled()).isEmpty();
  }

  @Test
  void aTargetThatCrashesEndsInFailedWithItsLastLines() {
    night.takeBack("1.4.2");

    var outcome = night.takeBack("1.5.0");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RollbackOutcome.Failed.class,
            failed -> {
              assertThat(failed.pods()).hasSize(2);
              assertThat(failed.pods().getFirst().reason()).isEqualTo("CrashLoopBackOff");
              assertThat(failed.pods().getFirst().logLines()).isNotEmpty();
              assertThat(failed.pods().toString()).doesNotContain("pl4nted");
            });
    assertThat(night.journal.read().entries().getLast().ended().orElseThrow().result())
        .isEqualTo(Step.Result.FAILED);
  }

  @Test
  void progressIsToldFromTheFirstMomentToTheLast() {
    var seen = new CopyOnWriteArrayList<RollbackProgress>();
    var rollback = night.prepare("1.4.2");
    try (var _ = rollback.subscribe(seen::add)) {
      night.confirmAndRun(rollback);
    }

    assertThat(seen)
        .extracting(RollbackProgress::phase)
        .startsWith(RollbackProgress.Phase.APPLYING)
        .contains(RollbackProgress.Phase.ROLLING_OUT, RollbackProgress.Phase.SETTLING)
        .endsWith(RollbackProgress.Phase.ENDED);
    assertThat(seen.getLast().target()).isEqualTo(new RollbackProgress.PodCount(2, 2));
    assertThat(seen.getLast().events()).isNotEmpty();
  }

  @Test
  void aListenerThatThrowsOrGoesChangesNothing() {
    var rollback = night.prepare("1.4.2");
    rollback.subscribe(
        progress -> {
          throw new IllegalStateException("a view of it broke");
        });
    rollback.subscribe(progress -> {}).close();

    assertThat(night.confirmAndRun(rollback)).isInstanceOf(RollbackOutcome.Verified.class);
  }

  @Test
  void stoppingToWatchLeavesTheChangeWhereItIs() {
    var rollback = night.prepare("1.4.2");
    rollback.subscribe(
        progress -> {
          if (progress.phase() == RollbackProgress.Phase.ROLLING_OUT) {
            rollback.stopWatching();
          }
        });

    assertThat(night.confirmAndRun(rollback))
        .isInstanceOfSatisfying(
            RollbackOutcome.AppliedNotVerified.class,
            not -> assertThat(not.why()).isEqualTo(WatchResult.Why.STOPPED));
    assertThat(night.live().podTemplate().toString()).contains("payment:1.4.2");
  }

  @Test
  void theDryRunsAnswerIsHandedOutForTheDiff() {
    var preview = night.prepare("1.4.2").preview();

    assertThat(preview.wouldBe().orElseThrow().podTemplate().toString())
        .contains("payment:1.4.2")
        .doesNotContain("DB_POOL");
    assertThat(night.live().podTemplate().toString()).contains("payment:1.5.0");
    assertThat(preview.plan().title()).isEqualTo("Roll back payment to 1.4.2");
    assertThat(preview.blocking()).isEmpty();
  }

  @Test
  void itIsConfirmedOnceAndRunOnce() {
    var rollback = night.prepare("1.4.2");

    assertThat(rollback.run())
        .isInstanceOfSatisfying(
            RollbackOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotConfirmed.class));
    night.confirmAndRun(rollback);

    assertThat(rollback.stage()).isEqualTo(Stage.ENDED);
    assertThat(rollback.confirm("")).isInstanceOf(Confirmation.Refused.class);
    assertThat(rollback.run())
        .isInstanceOfSatisfying(
            RollbackOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotAgain.class));
    assertThat(night.actions.writes).hasSize(1);
  }

  @Test
  void aProtectedContextWantsTheServicesName() {
    night.safety = new dev.faultline.cluster.LinkedCluster.Safety(true, false, false);
    var rollback = night.prepare("1.4.2");

    assertThat(rollback.confirm("yes"))
        .isInstanceOfSatisfying(
            Confirmation.Refused.class,
            refused ->
                assertThat(refused.refusal().sentence())
                    .isEqualTo(
                        "demo is a protected context: type the service's name, payment, to"
                            + " confirm"));
    assertThat(rollback.stage()).isEqualTo(Stage.PLANNED);
    assertThat(rollback.confirm("payment")).isInstanceOf(Confirmation.Confirmed.class);
  }

  @Test
  void aReadOnlyContextBlocksBeforeAnythingIsWritten() {
    night.safety = new dev.faultline.cluster.LinkedCluster.Safety(false, true, false);
    var rollback = night.prepare("1.4.2");

    assertThat(rollback.confirm("payment"))
        .isInstanceOfSatisfying(
            Confirmation.Refused.class,
            refused -> assertThat(refused.refusal().sentence()).contains("read-only"));
    assertThat(rollback.run()).isInstanceOf(RollbackOutcome.Refused.class);
    assertThat(night.journal.path()).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenDownIsNotDone() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    var rollback = night.prepare("1.4.2");

    assertThat(night.confirmAndRun(rollback))
        .isInstanceOfSatisfying(
            RollbackOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isInstanceOf(Refusal.JournalUnwritable.class);
              assertThat(refused.sentence()).startsWith("the journal can't be written (");
            });
    assertThat(night.actions.writes).isEmpty();
    assertThat(night.live().podTemplate().toString()).contains("payment:1.5.0");
  }

  @Test
  void aJournalThatBreaksWhileItIsWatchedIsSaidAtTheEnd() {
    var rollback = night.prepare("1.4.2");
    rollback.subscribe(
        progress -> {
          if (progress.phase() == RollbackProgress.Phase.SETTLING) {
            putAFolderInPlaceOf(night.journal.path());
          }
        });

    assertThat(night.confirmAndRun(rollback))
        .isInstanceOfSatisfying(
            RollbackOutcome.Verified.class,
            verified ->
                assertThat(verified.notes())
                    .singleElement()
                    .asString()
                    .startsWith("the journal can't be written ("));
  }

  private static void putAFolderInPlaceOf(Path file) {
    try {
      if (Files.deleteIfExists(file)) {
        Files.createDirectory(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noPlantedSecretIsInJournalCommandOrOutcome() throws IOException {
    var rollback = night.prepare("1.2.0");
    var command = KubectlCommand.of(rollback.preview().plan()).text();
    var outcome = night.confirmAndRun(rollback);

    var everything =
        Files.readString(night.journal.path())
            + command
            + outcome
            + rollback.preview().checks()
            + night.journal.read();
    for (String secret : DemoShop.plantedSecrets()) {
      assertThat(everything).doesNotContain(secret);
    }
    assertThat(command)
        .startsWith("kubectl --context demo --namespace shop patch deployment payment --type=json");
  }

  @Test
  void aServiceOrRevisionThatIsNotThereIsSaid() {
    var gone =
        new dev.faultline.model.ResourceRef(
            DemoNight.PAYMENT.cluster(), DemoNight.PAYMENT.kind(), "shop", "nobody");
    var none = dev.faultline.rollback.plan.RollbackRequest.of(gone, "x", "why", DemoNight.OPTIONS);
    var noRevision =
        dev.faultline.rollback.plan.RollbackRequest.of(
            DemoNight.PAYMENT, "x", "why", DemoNight.OPTIONS);

    assertThat(night.engine().prepare(none))
        .isEqualTo(new Preparation.Impossible("there is no Deployment shop/nobody"));
    assertThat(night.engine().prepare(noRevision))
        .isEqualTo(
            new Preparation.Impossible(
                "the revision is no longer held by the cluster; `versions payment` lists those that"
                    + " are"));
  }

  @Test
  void aLaterStartReadsTheSameJournal() {
    night.takeBack("1.4.2");

    assertThat(new Journal(folder.resolve("data")).read()).isEqualTo(night.journal.read());
  }
}
