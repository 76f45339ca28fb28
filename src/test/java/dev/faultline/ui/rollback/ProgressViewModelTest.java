package dev.faultline.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoShop;
import dev.faultline.rollback.runs.PodSight;
import dev.faultline.rollback.runs.RollbackRun;
import dev.faultline.workspace.Activities.Activity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressViewModelTest {

  @TempDir Path data;
  private Desk desk;
  private final List<String> undone = new CopyOnWriteArrayList<>();

  @BeforeEach
  void theIncident() {
    desk = new Desk(data);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private RollbackRun start(String version) {
    var applied = new CopyOnWriteArrayList<RollbackRun>();
    var model = desk.confirmation(applied::add);
    var choice =
        model.state().choices().stream().filter(one -> one.label().equals(version)).findFirst();
    model.choose(choice.orElseThrow());
    desk.until(() -> Desk.isSettled(model.state()));
    model.state().reasonProperty().set("payments fail");
    model.confirm();
    desk.until(() -> !applied.isEmpty());
    return applied.getFirst();
  }

  private ProgressViewModel lookAt(RollbackRun run) {
    return new ProgressViewModel(
        desk.tools, desk.runs, run, (service, id) -> undone.add(service.name() + " " + id));
  }

  private static String texts(ProgressViewModel model) {
    return model.title()
        + model.steps()
        + model.pods()
        + model.events()
        + model.waitingProperty().get()
        + model.outcomeProperty().get();
  }

  @Test
  void theStepsGoOnOneByOneUntilTheChainIsWell() {
    var run = start("1.4.2");
    var model = lookAt(run);
    try (var _ = model.follow()) {
      assertThat(model.title()).isEqualTo("Rolling back payment to 1.4.2");
      assertThat(model.steps().getFirst().state()).isEqualTo(StepLine.State.DONE);
      assertThat(model.waitingProperty().get()).contains("watched for another");

      desk.letTimePassUntil(() -> model.overProperty().get());
      assertThat(model.outcomeProperty().get())
          .hasValueSatisfying(
              end -> {
                assertThat(end.tone()).isEqualTo(OutcomeLine.Tone.GOOD);
                assertThat(end.sentence()).startsWith("Verified: payment runs 1.4.2 again: 2 of 2");
              });
      desk.letTimePassUntil(() -> run.status().isChainWell());
      desk.until(() -> model.steps().getLast().state() == StepLine.State.DONE);
    }
    assertThat(model.steps())
        .extracting(StepLine::text)
        .containsExactly(
            "Patch Deployment payment",
            "Pods of 1.4.2 become ready",
            "Settle for 10 s without a restart",
            "order and gateway recover");
    assertThat(model.steps()).extracting(StepLine::state).containsOnly(StepLine.State.DONE);
    assertThat(model.shareProperty().get()).isEqualTo(1);
  }

  @Test
  void thePodsAreToldByVersionWithHowTheyDo() {
    var run = start("1.4.2");
    var model = lookAt(run);
    try (var _ = model.follow()) {
      desk.letTimePassUntil(
          () ->
              model.pods().stream().filter(pod -> pod.words().startsWith("ready for")).count()
                  == 2);
    }
    assertThat(model.pods()).extracting(PodLine::version).containsOnly("1.4.2");
    assertThat(model.events()).anyMatch(event -> event.contains("Started"));
  }

  @Test
  void nobodyNeedsToLookOn() {
    var run = start("1.4.2");
    assertThat(desk.activities.running())
        .extracting(Activity::what)
        .contains("Roll back payment to 1.4.2");

    desk.letTimePassUntil(() -> run.status().isOver());
    desk.until(() -> desk.activities.running().isEmpty());

    assertThat(lookAt(desk.runs.find(run.id()).orElseThrow()).outcomeProperty().get())
        .hasValueSatisfying(end -> assertThat(end.tone()).isEqualTo(OutcomeLine.Tone.GOOD));
    assertThat(desk.journal.unsettled()).isEmpty();
  }

  @Test
  void aTargetThatFailsIsToldWithItsPodsAndTheirLastWords() {
    var good = start("1.4.2");
    desk.letTimePassUntil(() -> good.status().isOver());
    desk.until(() -> version().equals("1.4.2"));
    var run = start("1.5.0");
    var model = lookAt(run);
    try (var _ = model.follow()) {
      desk.letTimePassUntil(() -> model.overProperty().get());
    }
    var end = model.outcomeProperty().get().orElseThrow();
    assertThat(end.tone()).isEqualTo(OutcomeLine.Tone.BAD);
    assertThat(end.sentence()).startsWith("Failed: the rollback to 1.5.0 is applied but fails");
    assertThat(end.details()).anyMatch(line -> line.startsWith("  ")).hasSizeGreaterThan(2);
    assertThat(model.steps()).extracting(StepLine::state).contains(StepLine.State.FAILED);
    assertThat(model.pods()).extracting(PodLine::condition).contains(PodSight.Condition.FAILING);
    for (String secret : DemoShop.plantedSecrets()) {
      assertThat(texts(model)).doesNotContain(secret);
    }
  }

  private String version() {
    return desk.feed.workspace().find(Desk.PAYMENT).orElseThrow().version().text();
  }

  @Test
  void aLostAnswerIsNotCalledARefusal() {
    var model = desk.confirmation(run -> {});
    model.state().reasonProperty().set("payments fail");
    desk.demo.faults().loseNextAnswer();
    model.confirm();
    desk.letTimePassUntil(desk::allRunsAreOver);

    assertThat(lookAt(desk.runs.all().getFirst()).outcomeProperty().get())
        .hasValueSatisfying(end -> assertThat(end.tone()).isEqualTo(OutcomeLine.Tone.GOOD));
  }

  @Test
  void aLostLinkIsSaidAndConcludesNothing() {
    var run = start("1.4.2");
    var model = lookAt(run);
    try (var _ = model.follow()) {
      desk.demo.faults().breakConnection("no route to host");
      desk.letTimePassUntil(() -> model.waitingProperty().get().startsWith("The link is lost"));
      assertThat(model.overProperty().get()).isFalse();

      desk.demo.faults().mendConnection();
      desk.letTimePassUntil(() -> model.overProperty().get());
    }
    assertThat(model.outcomeProperty().get().orElseThrow().tone()).isEqualTo(OutcomeLine.Tone.GOOD);
  }

  @Test
  void takingItBackIsOneClickAway() {
    var run = start("1.4.2");
    var model = lookAt(run);
    assertThat(model.undoText()).isEqualTo("Put 1.5.0 back…");
    assertThat(model.undoableProperty().get()).isTrue();

    model.undo();

    assertThat(undone).containsExactly("payment " + run.journalId().orElseThrow());
    desk.letTimePassUntil(() -> run.status().isOver());
  }

  @Test
  void aYesIsTakenOnce() {
    var model = desk.confirmation(run -> {});
    model.state().reasonProperty().set("payments fail");
    model.confirm();
    model.confirm();
    desk.letTimePassUntil(desk::allRunsAreOver);

    assertThat(desk.runs.all()).hasSize(1);
    assertThat(desk.runs.find(99)).isEqualTo(Optional.empty());
    assertThat(desk.journal.read().entries().stream().map(e -> e.id()).collect(Collectors.toSet()))
        .hasSize(1);
  }
}
