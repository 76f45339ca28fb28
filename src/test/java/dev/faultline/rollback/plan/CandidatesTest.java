package dev.faultline.rollback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Manifest;
import dev.faultline.model.Service;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private final Night night =
      Night.incident().put(Night.replicaSet("bad", "1.5.0", 9)).put(atRevision("9"));

  private static Manifest atRevision(String number) {
    return new Manifest(
        Night.deployment("1.5.0", 5, 5)
            .tree()
            .with(Json.of(number), "metadata", "annotations", "deployment.kubernetes.io/revision"));
  }

  private static Manifest born(Manifest manifest, String time) {
    return new Manifest(manifest.tree().with(Json.of(time), "metadata", "creationTimestamp"));
  }

  private Service payment() {
    return Plans.service(night.state(), Night.PAYMENT);
  }

  private Candidates candidates() {
    return Candidates.of(payment(), Set.of(), Crashes.of(night.state(), payment()));
  }

  private static Manifest backOff(String pod) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: %1$s.1, namespace: shop}
        involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: %1$s}
        type: Warning
        reason: BackOff
        message: Back-off restarting failed container
        """,
        pod);
  }

  private Optional<String> proposed(String... takenBack) {
    var ids =
        Set.of(takenBack).stream()
            .map(version -> Plans.revision(payment(), version).id())
            .collect(java.util.stream.Collectors.toSet());
    return Candidates.of(payment(), ids, Crashes.of(night.state(), payment()))
        .proposed()
        .map(one -> one.point().label());
  }

  @Test
  void theNewestEarlierVersionIsProposedWithTheTimeItRan() {
    night.put(Night.replicaSet("older", "1.4.1", 4)).put(Night.replicaSet("good", "1.4.2", 6));

    var proposed = candidates().proposed().orElseThrow();

    assertThat(proposed.point().label()).isEqualTo("1.4.2");
    assertThat(proposed.until()).contains(Instant.parse("2026-05-09T10:00:00Z"));
    assertThat(proposed.ran()).contains(Duration.ofDays(3));
    assertThat(proposed.isSeenWell()).as("nobody sees pods that are gone").isFalse();
  }

  @Test
  void aVersionThatWasReplacedWithinMinutesIsPassedOverForOneThatRan() {
    night
        .put(Night.replicaSet("good", "1.4.2", 6))
        .put(born(Night.replicaSet("hasty", "1.4.3", 8), "2026-05-09T09:55:00Z"));

    assertThat(proposed()).contains("1.4.2");
    assertThat(candidates().all())
        .filteredOn(Candidate::ranBriefly)
        .extracting(one -> one.point().label())
        .containsExactly("1.4.3");
  }

  @Test
  void oneThatRanBrieflyIsBetterThanNone() {
    night.put(born(Night.replicaSet("good", "1.4.2", 6), "2026-05-09T09:55:00Z"));

    assertThat(proposed()).contains("1.4.2");
  }

  @Test
  void whatSomebodyRolledBackFromIsNotProposed() {
    night.put(Night.replicaSet("older", "1.4.1", 4)).put(Night.replicaSet("good", "1.4.2", 6));

    assertThat(proposed("1.4.2")).contains("1.4.1");
    assertThat(proposed("1.4.2", "1.4.1")).isEmpty();
  }

  @Test
  void aVersionWhosePodsAreSeenUnwellIsNotProposed() {
    night
        .put(Night.replicaSet("older", "1.4.1", 4))
        .put(Night.replicaSet("good", "1.4.2", 6))
        .put(Night.pod("good-1", "good", false));

    assertThat(proposed()).contains("1.4.1");
  }

  @Test
  void aVersionWhosePodsCrashedBeforeTheyWentIsNotProposed() {
    night
        .put(Night.replicaSet("older", "1.4.1", 4))
        .put(Night.replicaSet("good", "1.4.2", 6))
        .put(backOff("good-x2k4z"))
        .put(backOff("older-sister-x2k4z"));

    assertThat(proposed()).contains("1.4.1");
    assertThat(candidates().all())
        .filteredOn(Candidate::crashed)
        .extracting(one -> one.point().label())
        .containsExactly("1.4.2");
  }

  @Test
  void readyPodsThatAreLeftSpeakForTheirVersion() {
    night.put(Night.replicaSet("good", "1.4.2", 6)).put(Night.pod("good-1", "good", true));

    assertThat(candidates().proposed())
        .hasValueSatisfying(one -> assertThat(one.isSeenWell()).isTrue());
  }

  @Test
  void ofAVersionWhoseSuccessorIsOlderNothingIsClaimed() {
    night.put(born(Night.replicaSet("good", "1.4.2", 6), "2026-05-10T10:00:00Z"));

    var proposed = candidates().proposed().orElseThrow();

    assertThat(proposed.until()).isEmpty();
    assertThat(proposed.ran()).isEmpty();
  }

  @Test
  void aServiceWithOneVersionHasNothingToGoBackTo() {
    night.remove(dev.faultline.model.Kind.REPLICA_SET, "good");

    assertThat(candidates().all()).isEmpty();
    assertThat(proposed()).isEmpty();
  }
}
