package dev.faultline.rollback.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like the end of a rollback, good or bad, and is not. */
class WatchTrapsTest extends WatchBench {

  private static final String ALL_READY_BY_STATUS =
      """
        replicas: 2
        updatedReplicas: 2
        readyReplicas: 2
        availableReplicas: 2
      """;

  @Test
  void timeInWhichThePodsCouldNotBeSeenDoesNotCountAsSettled() {
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED, ALL_READY_BY_STATUS));
    night.coverage(Kind.POD, new Coverage.Forbidden("pods is forbidden"));
    look();

    healthy();
    night.coverage(Kind.POD, new Coverage.Live());

    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(9)).isEmpty();
    assertThat(lookAfter(1)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void whereNoPodIsWantedNothingShowsThatTheTargetWorks() {
    var asleep = Night.deployment("1.4.2", PATCHED, PATCHED);
    night
        .remove(Kind.POD, "bad-1")
        .remove(Kind.POD, "bad-2")
        .put(new Manifest(asleep.tree().with(Json.of(0), "spec", "replicas")));

    look();
    assertThat(lookAfter(10))
        .contains(
            new WatchResult.NotVerified(
                WatchResult.Why.HELD_BACK,
                "no pod is wanted, so that none shows whether 1.4.2 works"));
  }

  @Test
  void aDeadlineThatPassedJustBeforeThePatchIsTheBadReleases() {
    answer = Night.deployment("1.4.2", PATCHED, 5, STALE_DEADLINE);
    night.put(Night.deployment("1.5.0", 5, 5));
    watch = new Watch(goal());
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED, STALE_DEADLINE));
    night.put(Night.pod("good-1", "good", false));

    assertThat(look()).isEmpty();
  }

  @Test
  void aNamesakeMadeAnewIsNotTheOneThatWasTakenBack() {
    healthy();
    var anew = Night.deployment("1.4.2", PATCHED, PATCHED).tree();
    night.put(new Manifest(anew.with(Json.of("d-2"), "metadata", "uid")));

    assertThat(look())
        .contains(
            new WatchResult.NotVerified(
                WatchResult.Why.SUPERSEDED,
                "Deployment shop/payment was deleted and made anew meanwhile"));
  }

  @Test
  void whoPausesItMeanwhileIsNotWaitedForInSilence() {
    var paused = Night.deployment("1.4.2", PATCHED, PATCHED).tree();
    night.put(new Manifest(paused.with(Json.of(true), "spec", "paused")));

    assertThat(watch.look(night.state(), now).progress().sentence()).endsWith("; it was paused");
  }

  @Test
  void aRolloutThatSaysThatItMakesProgressIsNotStuck() {
    night.put(
        Night.deployment(
            "1.4.2",
            PATCHED,
            PATCHED,
            STALE_DEADLINE.replace("ProgressDeadlineExceeded", "NewSet")));

    assertThat(look()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 2", "2, 1, 2", "2, 2, 3"})
  void byTheControllersWordAloneAllMustBeUpdatedAndAvailableAndNoneLeft(
      int updated, int available, int current) {
    night.coverage(Kind.POD, new Coverage.Forbidden("pods is forbidden"));
    var status =
        "  replicas: %d\n  updatedReplicas: %d\n  availableReplicas: %d\n"
            .formatted(current, updated, available);
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED, status));

    assertThat(look()).isEmpty();
    assertThat(lookAfter(60)).isEmpty();
    assertThat(watch.look(night.state(), now).progress().sentence())
        .isEqualTo(
            "%d of 2 pods updated, %d available, by the controller's word; pods may not be read: pods is forbidden"
                .formatted(updated, available));
  }

  @Test
  void eventsOfAServiceWhoseNameBeginsAlikeAreNotShown() {
    var neighbour =
        Night.deployment("1.0.0", 1, 1).tree().with(Json.of("payment-worker"), "metadata", "name");
    night.put(new Manifest(neighbour));
    night.put(event("mine", "ReplicaSet", "payment-7d9c5b8f46"));
    night.put(event("pods", "Pod", "payment-7d9c5b8f46-x2z9k"));
    night.put(event("its own", "Deployment", "payment"));
    night.put(event("neighbour", "Pod", "payment-worker-7d9c5b8f46-x2z9k"));
    night.put(event("neighbours set", "ReplicaSet", "payment-worker-7d9c5b8f46"));
    night.put(event("neighbour itself", "Deployment", "payment-worker"));
    night.put(
        Night.yaml(
            "{apiVersion: %s, kind: ScaledJob, metadata: {name: %s, namespace: shop}}",
            "keda.sh/v1alpha1", "payment-queue-worker"));
    night.put(event("its job", "Pod", "payment-queue-worker-x7k2p-q8w4z"));

    assertThat(watch.look(night.state(), now).progress().events())
        .hasSize(3)
        .noneMatch(line -> line.contains("worker"));
  }

  private static Manifest event(String name, String kind, String of) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: %s, namespace: shop}
        involvedObject: {apiVersion: %s, kind: %s, namespace: shop, name: %s}
        reason: Because
        message: it is so
        count: 1
        """,
        name, kind.equals("Pod") ? "v1" : "apps/v1", kind, of);
  }
}
