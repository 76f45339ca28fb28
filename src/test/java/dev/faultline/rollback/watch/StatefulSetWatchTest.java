package dev.faultline.rollback.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Manifest;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import dev.faultline.rollback.plan.RollbackRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A StatefulSet goes back pod by pod, if its strategy lets it: where it stops, that is said. */
class StatefulSetWatchTest {

  private static final String ROLLING = "{type: RollingUpdate}";
  private static final String ON_DELETE = "{type: OnDelete}";
  private static final String PARTITION = "{type: RollingUpdate, rollingUpdate: {partition: 1}}";

  private final Night night = new Night();
  private Instant now = Night.NOW;

  /** Taken back from 2 to 1, and seen by the controller; both pods are still of 2. */
  private Watch watch(String strategy) {
    night.put(revision(1)).put(revision(2)).put(pod(0, 2, true)).put(pod(1, 2, true));
    var live = statefulSet(2, 5, strategy);
    var before = night.put(live).state();
    var plan = Plans.of(before, live, "1", RollbackRequest.Options.DEFAULT);
    var goal = Goal.of(plan, statefulSet(1, 6, strategy), before, now);
    night.put(statefulSet(1, 6, strategy));
    return new Watch(goal);
  }

  private static Manifest statefulSet(int version, int generation, String strategy) {
    return Night.yaml(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop, uid: s-1, generation: %d}
        spec:
          replicas: 2
          updateStrategy: %s
          template: {spec: {containers: [{name: db, image: "db:%d"}]}}
        status: {observedGeneration: %d}
        """,
        generation, strategy, version, generation);
  }

  private static Manifest revision(int version) {
    return Night.yaml(
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata:
          name: db-rev%1$d
          namespace: shop
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: s-1, controller: true}]
        revision: %1$d
        data: {spec: {template: {$patch: replace, spec: {containers: [{name: db, image: "db:%1$d"}]}}}}
        """,
        version);
  }

  private static Manifest pod(int ordinal, int version, boolean ready) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: db-%1$d
          namespace: shop
          uid: pod-%1$d-of-%2$d
          labels: {controller-revision-hash: db-rev%2$d}
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: s-1, controller: true}]
        spec: {containers: [{name: db, image: x}]}
        status: {phase: Running, conditions: [{type: Ready, status: "%3$s"}]}
        """,
        ordinal, version, ready ? "True" : "False");
  }

  private Optional<WatchResult> lookAfter(Watch watch, int seconds) {
    now = now.plusSeconds(seconds);
    return watch.look(night.state(), now).result();
  }

  private String sentence(Watch watch) {
    return watch.look(night.state(), now).progress().sentence();
  }

  private static WatchResult heldBack(String sentence) {
    return new WatchResult.NotVerified(WatchResult.Why.HELD_BACK, sentence);
  }

  @Test
  void onceAllItsPodsAreBackItIsVerified() {
    var watch = watch(ROLLING);
    assertThat(lookAfter(watch, 0)).isEmpty();
    assertThat(sentence(watch))
        .isEqualTo("0 of 2 pods of 1 are ready, 2 of other revisions are left");

    night.put(pod(1, 1, true)).put(pod(0, 1, true));
    assertThat(lookAfter(watch, 1)).isEmpty();
    assertThat(lookAfter(watch, 10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void withOnDeleteItIsSaidWhichPodsMustBeDeleted() {
    var watch = watch(ON_DELETE);
    assertThat(lookAfter(watch, 0)).isEmpty();

    assertThat(lookAfter(watch, 10))
        .contains(heldBack("the update strategy is OnDelete: delete db-0, db-1 to bring 1 back"));
  }

  @Test
  void withOnDeleteAllPodsThatWereDeletedAreBack() {
    var watch = watch(ON_DELETE);
    night.put(pod(1, 1, true)).put(pod(0, 1, true));
    lookAfter(watch, 0);

    assertThat(lookAfter(watch, 10)).get().isInstanceOf(WatchResult.Verified.class);
  }

  @Test
  void aPartitionKeepsThePodsBelowIt() {
    var watch = watch(PARTITION);
    night.put(pod(1, 1, true));
    assertThat(lookAfter(watch, 0)).isEmpty();

    assertThat(lookAfter(watch, 10)).contains(heldBack("the partition 1 keeps db-0 as they are"));
  }

  @Test
  void aPartitionIsNoExcuseForThePodsAboveIt() {
    var watch = watch(PARTITION);
    lookAfter(watch, 0);
    assertThat(lookAfter(watch, 60)).as("db-1 is not back yet").isEmpty();

    night.put(pod(1, 1, false));
    lookAfter(watch, 0);
    assertThat(lookAfter(watch, 60)).as("db-1 is back and not ready").isEmpty();
  }

  @Test
  void aBrokenPodThatHoldsUpTheOthersIsNamed() {
    var watch = watch(ROLLING);
    night.put(pod(1, 2, false));

    assertThat(lookAfter(watch, 60)).isEmpty();
    assertThat(sentence(watch))
        .isEqualTo(
            "0 of 2 pods of 1 are ready; stuck: delete db-1, the StatefulSet waits for it to be"
                + " ready");
  }
}
