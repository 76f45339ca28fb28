package dev.faultline.rollback.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.watch.RollbackProgress.Phase;
import dev.faultline.rollback.watch.RollbackProgress.PodCount;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest extends WatchBench {

  @Test
  void itIsVerifiedOnceAllWasWellThroughTheSettlingTime() {
    healthy();

    assertThat(look()).isEmpty();
    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(1))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.Verified.class,
            verified -> {
              assertThat(verified.sentence())
                  .isEqualTo("2 of 2 pods of 1.4.2 are ready, without a restart for 10 s");
              assertThat(verified.notes()).isEmpty();
            });
  }

  @Test
  void theAnswerToThePatchAloneProvesNothing() {
    healthy();
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED - 1));

    assertThat(look()).isEmpty();
    assertThat(lookAfter(60)).isEmpty();
    assertThat(watch.look(night.state(), now).progress().phase()).isEqualTo(Phase.ROLLING_OUT);
  }

  @Test
  void aStateFromBeforeThePatchIsNotTakenForAnotherPersonsChange() {
    night.put(Night.deployment("1.5.0", 5, 5));

    assertThat(look()).isEmpty();
    assertThat(watch.look(night.state(), now).progress().sentence())
        .isEqualTo("waiting for the change to be seen");
  }

  @Test
  void whileOldPodsAreLeftItIsNotDone() {
    healthy();
    night.put(Night.pod("bad-1", "bad", true));

    assertThat(look()).isEmpty();
    assertThat(lookAfter(60)).isEmpty();

    night.remove(Kind.POD, "bad-1");
    look();
    assertThat(lookAfter(10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void aPodThatIsGoingIsNeitherOldNorNew() {
    healthy();
    var going = Night.pod("bad-1", "bad", true);
    night.put(
        new dev.faultline.model.Manifest(
            going
                .tree()
                .with(
                    dev.faultline.model.json.Json.of("2026-05-12T03:15:00Z"),
                    "metadata",
                    "deletionTimestamp")));

    look();
    assertThat(lookAfter(10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void aRestartStartsTheSettlingTimeAnew() {
    healthy();
    look();
    night.put(Night.pod("good-1", "good", true, 1, "running: {}"));

    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(1)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void restartsOfBeforeAreNotHeldAgainstIt() {
    night.put(Night.pod("good-1", "good", true, 3, "running: {}"));
    now = Night.NOW;
    night.put(Night.deployment("1.5.0", 5, 5));
    watch = new Watch(goal());
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED));
    healthy();
    night.put(Night.pod("good-1", "good", true, 3, "running: {}"));

    look();
    assertThat(lookAfter(10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void withoutAReadyEndpointNobodyReachesIt() {
    healthy();
    night.put(Night.slice(false));

    look();
    assertThat(lookAfter(60)).isEmpty();
    assertThat(watch.look(night.state(), now).progress().sentence())
        .endsWith("waiting for endpoints of Service payment");

    night.put(Night.slice(true));
    look();
    assertThat(lookAfter(10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void whereEndpointsMayNotBeReadThatIsSaid() {
    healthy();
    night.coverage(Kind.ENDPOINT_SLICE, new Coverage.Forbidden("no"));

    look();
    assertThat(lookAfter(10))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.Verified.class,
            verified ->
                assertThat(verified.notes())
                    .containsExactly("endpoints could not be read and were not checked"));
  }

  @Test
  void aStaleDeadlineOfTheBadReleaseIsNotTakenForAFailureOfTheGoodOne() {
    night.put(Night.deployment("1.5.0", 5, 5, STALE_DEADLINE));
    watch = new Watch(goal());
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED, STALE_DEADLINE));
    night.put(Night.pod("good-1", "good", false));

    assertThat(look()).isEmpty();
    assertThat(lookAfter(30)).isEmpty();
  }

  @Test
  void aFreshDeadlineIsAFailure() {
    night.put(Night.deployment("1.5.0", 5, 5, STALE_DEADLINE));
    watch = new Watch(goal());
    night.put(
        Night.deployment("1.4.2", PATCHED, PATCHED, STALE_DEADLINE.replace("03:00", "03:15")));
    night.put(Night.pod("good-1", "good", false));

    assertThat(look())
        .get()
        .isInstanceOfSatisfying(
            WatchResult.Failed.class,
            failed -> assertThat(failed.pods()).extracting(Pod::ref).hasSize(1));
  }

  @Test
  void podsOfTheTargetThatKeepCrashingAreAFailure() {
    night.put(Night.pod("good-1", "good", false, 2, CRASHING));

    assertThat(look()).isEmpty();
    assertThat(lookAfter(14)).isEmpty();
    assertThat(lookAfter(1))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.Failed.class,
            failed -> {
              assertThat(failed.sentence()).isEqualTo("1 pod of 1.4.2 does not come up");
              assertThat(failed.pods())
                  .singleElement()
                  .extracting(p -> p.ref().name())
                  .isEqualTo("good-1");
            });
  }

  @Test
  void oneCrashThatIsOvercomeIsNoFailure() {
    night.put(Night.pod("good-1", "good", false, 1, CRASHING));
    look();
    night.put(Night.pod("good-1", "good", true, 2, "running: {}"));
    assertThat(lookAfter(14)).isEmpty();
    night.put(Night.pod("good-1", "good", false, 2, CRASHING));
    assertThat(lookAfter(2)).isEmpty();
  }

  @Test
  void podsOfTheBadReleaseMayCrashAsMuchAsTheyLike() {
    assertThat(look()).isEmpty();
    assertThat(lookAfter(60)).isEmpty();
  }

  @Test
  void anotherPersonsReleaseEndsTheWatch() {
    healthy();
    night.put(Night.deployment("1.6.0", PATCHED + 1, PATCHED));

    assertThat(look())
        .contains(
            new WatchResult.NotVerified(
                WatchResult.Why.SUPERSEDED,
                "somebody set another template meanwhile (generation 7)"));
  }

  @Test
  void anAutoscalerThatScalesMeanwhileDoesNotEndTheWatch() {
    healthy();
    night.put(Night.deployment("1.4.2", PATCHED + 1, PATCHED));

    look();
    assertThat(lookAfter(10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void aDeploymentThatWentAwayEndsTheWatch() {
    night.remove(Kind.DEPLOYMENT, "payment");

    assertThat(look())
        .get()
        .isInstanceOfSatisfying(
            WatchResult.NotVerified.class,
            not -> assertThat(not.why()).isEqualTo(WatchResult.Why.SUPERSEDED));
  }

  @Test
  void aLostLinkIsWaitedForAndNeverTakenForHealth() {
    healthy();
    look();
    night.coverage(Kind.DEPLOYMENT, new Coverage.Stale(now, "connection refused"));

    assertThat(lookAfter(60)).isEmpty();
    assertThat(watch.look(night.state(), now).progress().phase()).isEqualTo(Phase.LINK_LOST);
    assertThat(lookAfter(60))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.NotVerified.class,
            not -> {
              assertThat(not.why()).isEqualTo(WatchResult.Why.LINK_LOST);
              assertThat(not.sentence()).startsWith("after 2 min: the link is lost since");
            });
  }

  @Test
  void stalePodsAreNotTakenForHealthEither() {
    healthy();
    night.coverage(Kind.POD, new Coverage.Stale(now, "gone"));

    look();
    assertThat(lookAfter(60)).isEmpty();
  }

  @Test
  void afterALostLinkTheSettlingTimeBeginsAnew() {
    healthy();
    look();
    night.coverage(Kind.POD, new Coverage.Stale(now, "gone"));
    lookAfter(30);
    night.coverage(Kind.POD, new Coverage.Live());

    assertThat(lookAfter(1)).isEmpty();
    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(1)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void whereNoPodMayBeSeenTheControllersWordIsNotEnough() {
    night.coverage(Kind.POD, new Coverage.Forbidden("pods is forbidden"));
    var status =
        """
          replicas: 2
          updatedReplicas: 2
          readyReplicas: 2
          availableReplicas: 2
        """;
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED, status));

    look();
    assertThat(lookAfter(10))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.NotVerified.class,
            not -> {
              assertThat(not.why()).isEqualTo(WatchResult.Why.NOT_PERMITTED);
              assertThat(not.sentence()).contains("2 of 2 pods run 1.4.2", "pods is forbidden");
            });
  }

  @Test
  void progressTellsOldAndNewPodsAndTheTimeLeft() {
    night.put(Night.pod("good-1", "good", true));
    var progress = watch.look(night.state(), now.plusSeconds(20)).progress();

    assertThat(progress.target()).isEqualTo(new PodCount(1, 1));
    assertThat(progress.old()).isEqualTo(new PodCount(0, 2));
    assertThat(progress.wanted()).isEqualTo(2);
    assertThat(progress.left()).isEqualTo(Duration.ofSeconds(100));
    assertThat(progress.sentence())
        .isEqualTo("1 of 2 pods of 1.4.2 are ready, 2 of other revisions are left");
  }

  @Test
  void whatNeverGetsReadyEndsWithTheTimeoutAndSaysHowFarItCame() {
    night.put(Night.pod("good-1", "good", false, 0, "waiting: {reason: ContainerCreating}"));
    look();

    assertThat(lookAfter(120))
        .get()
        .isInstanceOfSatisfying(
            WatchResult.NotVerified.class,
            not -> {
              assertThat(not.why()).isEqualTo(WatchResult.Why.TIMEOUT);
              assertThat(not.sentence()).contains("0 of 2 pods of 1.4.2 are ready");
            });
  }

  @Test
  void onlyEventsThatCameSinceAreShownWithoutTheirSecrets() {
    night.put(event("old", "payment-x", "BackOff", 3));
    night.put(Night.deployment("1.5.0", 5, 5));
    watch = new Watch(goal());
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED));
    night.put(event("new", "payment-y", "Pulled from https://u:hunter2@registry", 1));
    night.put(event("other", "order-y", "Pulled", 1));

    assertThat(watch.look(night.state(), now).progress().events())
        .singleElement()
        .asString()
        .startsWith("Pod payment-y Because: Pulled")
        .doesNotContain("hunter2");
  }

  private static dev.faultline.model.Manifest event(
      String name, String pod, String message, int count) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: %s, namespace: shop}
        involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: %s}
        reason: Because
        message: "%s"
        count: %d
        """,
        name, pod, message, count);
  }
}
