package dev.faultline.rollback.watch;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import dev.faultline.rollback.plan.RollbackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A rollback that was just applied, and an eye on what comes of it. */
abstract class WatchBench {

  static final int PATCHED = 6;
  static final String CRASHING = "waiting: {reason: CrashLoopBackOff}";
  static final String STALE_DEADLINE =
      """
        conditions:
        - {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, lastUpdateTime: "2026-05-12T03:00:00Z"}
      """;

  final Night night = Night.incident();
  Instant now = Night.NOW;

  /** What the server answered to the patch. */
  Manifest answer = Night.deployment("1.4.2", PATCHED, 5);

  Watch watch = new Watch(goal());

  @BeforeEach
  void patch() {
    watch = new Watch(goal());
    night.put(Night.deployment("1.4.2", PATCHED, PATCHED));
  }

  Goal goal() {
    var before = night.state();
    var live = Night.deployment("1.5.0", 5, 5);
    var plan =
        Plans.of(
            before,
            live,
            "1.4.2",
            RollbackRequest.Options.DEFAULT.withTimeout(Duration.ofSeconds(120)));
    return Goal.of(plan, answer, before, now);
  }

  Optional<WatchResult> look() {
    return watch.look(night.state(), now).result();
  }

  Optional<WatchResult> lookAfter(int seconds) {
    now = now.plusSeconds(seconds);
    return look();
  }

  void healthy() {
    night
        .remove(Kind.POD, "bad-1")
        .remove(Kind.POD, "bad-2")
        .put(Night.pod("good-1", "good", true))
        .put(Night.pod("good-2", "good", true))
        .put(Night.slice(true));
  }
}
