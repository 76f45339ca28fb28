package dev.faultline.rollback.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.rollback.Refusal;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.rollback.watch.RollbackProgress.Phase;
import dev.faultline.rollback.watch.RollbackProgress.PodCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStepsTest {

  private static final Instant START = Instant.parse("2026-05-12T02:31:00Z");
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private static RollbackProgress at(int second, Phase phase, int ready) {
    return new RollbackProgress(
        phase,
        START.plusSeconds(second),
        "",
        new PodCount(ready, 3),
        PodCount.NONE,
        3,
        List.of(),
        Duration.ofMinutes(5));
  }

  private static RunSteps after(RollbackProgress... progress) {
    var steps = RunSteps.begun(START);
    for (RollbackProgress one : progress) {
      steps = steps.after(one);
    }
    return steps;
  }

  @Test
  void eachStepKeepsTheTimeAtWhichItWasReached() {
    var steps =
        after(
            at(0, Phase.APPLYING, 0),
            at(1, Phase.ROLLING_OUT, 0),
            at(5, Phase.ROLLING_OUT, 2),
            at(9, Phase.SETTLING, 3),
            at(12, Phase.SETTLING, 3));

    assertThat(steps.applied()).contains(START.plusSeconds(1));
    assertThat(steps.ready()).contains(START.plusSeconds(9));
    assertThat(steps.ended()).isEmpty();
  }

  @Test
  void aPodThatFallsOverWhileAllSettlesTakesTheStepBack() {
    var steps = after(at(1, Phase.SETTLING, 3), at(2, Phase.ROLLING_OUT, 2));

    assertThat(steps.ready()).isEmpty();
  }

  @Test
  void aLostLinkConcludesNothing() {
    var steps = after(at(1, Phase.SETTLING, 3), at(2, Phase.LINK_LOST, 0));

    assertThat(steps.ready()).contains(START.plusSeconds(1));
    assertThat(steps.ended()).isEmpty();
  }

  @Test
  void theBarNeverGoesBackOnAStraightWay() {
    var steps = RunSteps.begun(START);
    double last = 0;
    for (RollbackProgress one :
        List.of(
            at(0, Phase.APPLYING, 0),
            at(1, Phase.ROLLING_OUT, 0),
            at(4, Phase.ROLLING_OUT, 3),
            at(5, Phase.SETTLING, 3),
            at(14, Phase.SETTLING, 3))) {
      steps = steps.after(one);
      assertThat(steps.share(one, SETTLING)).isBetween(last, 1.0);
      last = steps.share(one, SETTLING);
    }
    assertThat(last).isBetween(0.9, 0.999);
  }

  @Test
  void aRefusalWasNeverApplied() {
    var refused = new RollbackOutcome.Refused(new Refusal.Forbidden("no"));
    var steps = RunSteps.begun(START).after(refused, START.plusSeconds(1));

    assertThat(steps.applied()).isEmpty();
    assertThat(steps.ended()).contains(START.plusSeconds(1));
  }
}
