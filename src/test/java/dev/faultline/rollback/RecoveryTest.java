package dev.faultline.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.NoActions;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.Recovery.Assessment;
import dev.faultline.rollback.journal.Intent;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.Fingerprint;
import dev.faultline.rollback.plan.RevisionPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A rollback to 1.4.2 was taken by the server, and then Faultline was killed. */
class RecoveryTest {

  /** A webhook puts something of its own into every template: "1.4.2-with-sidecar". */
  private static final String MADE_OF_IT = "1.4.2-with-sidecar";

  private final Night night =
      Night.incident()
          .remove(Kind.POD, "bad-1")
          .remove(Kind.POD, "bad-2")
          .put(Night.replicaSet("new", MADE_OF_IT, 3))
          .put(Night.pod("new-1", "new", true))
          .put(Night.pod("new-2", "new", true));

  private record Still(ClusterState state) implements StateSource {
    @Override
    public ClusterId cluster() {
      return state.cluster();
    }

    @Override
    public Subscription subscribe(Consumer<ClusterState> listener) {
      return () -> {};
    }

    @Override
    public void close() {}
  }

  private static JournalEntry entry(Manifest answer) {
    var intent =
        new Intent(
            "20260512-031500-000-abcd",
            Night.NOW,
            "kim",
            Night.PAYMENT,
            "d-1",
            5,
            point("1.5.0", 2),
            point("1.4.2", 1),
            "payments fail",
            "Rolled back",
            List.of(),
            Optional.empty());
    var applied = new Step.Applied(Night.NOW, "taken", answer.generation(), Fingerprint.of(answer));
    return new JournalEntry(intent, List.of(applied));
  }

  private static RevisionPoint point(String version, int number) {
    var template = Night.deployment(version, 1, 1).podTemplate();
    return new RevisionPoint(TemplateReader.hash(template), number, version);
  }

  private Assessment assess(Manifest live) {
    night.put(live);
    return assess(live, night.state());
  }

  private static Assessment assess(Manifest live, ClusterState state) {
    var actions = new Interference(new NoActions("not asked"));
    actions.reading(_ -> new Reading.Found(live));
    var cluster =
        new LinkedCluster(new Still(state), actions, new LinkedCluster.Safety(false, false, false));
    return new Recovery(cluster).assess(entry(Night.deployment(MADE_OF_IT, 6, 5)));
  }

  @Test
  void thePodsOfWhatAWebhookMadeOfTheTemplateAreThoseOfTheTarget() {
    assertThat(assess(Night.deployment(MADE_OF_IT, 6, 6)))
        .isInstanceOfSatisfying(
            Assessment.AppliedAndReady.class,
            ready -> assertThat(ready.sentence()).endsWith("2 of 2 pods of 1.4.2 are ready"));
  }

  @Test
  void anAutoscalerThatScaledSinceDidNotSetAnotherTemplate() {
    assertThat(assess(Night.deployment(MADE_OF_IT, 7, 7)))
        .isInstanceOf(Assessment.AppliedAndReady.class);
  }

  @Test
  void podsThatMayNotBeReadAreNotCountedAsFailing() {
    night.remove(Kind.POD, "new-1").remove(Kind.POD, "new-2");
    night.coverage(Kind.POD, new Coverage.Forbidden("pods is forbidden"));

    assertThat(assess(Night.deployment("1.4.2", 6, 6)))
        .isInstanceOfSatisfying(
            Assessment.AppliedNotReady.class,
            not ->
                assertThat(not.sentence())
                    .endsWith("and applied; its pods can't be seen: pods is forbidden"));
  }

  @Test
  void inAnotherNamespaceOrWithoutAnAnswerItIsLeftForTheNextLook() {
    var live = Night.deployment("1.4.2", 6, 6);
    assertThat(assess(live, night.state().within(Set.of("platform"))))
        .isInstanceOfSatisfying(
            Assessment.Unknown.class,
            unknown -> assertThat(unknown.sentence()).endsWith("its pods are not in sight here"));

    night.put(live).coverage(Kind.POD, new Coverage.Stale(Night.NOW, "connection refused"));
    assertThat(assess(live, night.state()))
        .isInstanceOfSatisfying(
            Assessment.Unknown.class,
            unknown -> assertThat(unknown.sentence()).endsWith("connection refused"));
  }

  @Test
  void aTemplateThatSomebodySetSinceIsToldApart() {
    assertThat(assess(Night.deployment("1.6.0", 7, 7))).isInstanceOf(Assessment.Superseded.class);
  }

  @Test
  void aStateThatHasNotSeenTheChangeYetProvesNothing() {
    var live = Night.deployment(MADE_OF_IT, 6, 6);
    night.put(Night.deployment(MADE_OF_IT, 6, 5));
    var observed = new Manifest(live.tree().with(Json.of(5), "status", "observedGeneration"));

    assertThat(assess(observed)).isInstanceOf(Assessment.AppliedNotReady.class);
  }
}
