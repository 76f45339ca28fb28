package dev.faultline.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final LinkedBlockingQueue<String> failures = new LinkedBlockingQueue<>();
  private final Background background =
      new Background("test", (what, cause) -> failures.add(what + ": " + cause.getMessage()));

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void workHandsBackItsValue() throws InterruptedException {
    var task = background.start("adding", LONG, () -> 2 + 3);

    assertThat(task.await()).isEqualTo(new Outcome.Done<>(5));
    assertThat(failures).isEmpty();
  }

  @Test
  void aFailureNobodyAwaitsIsReportedAllTheSame() throws InterruptedException {
    var reported = new CountDownLatch(1);
    try (var watched = new Background("test", (what, cause) -> reported.countDown())) {
      watched.start(
          "reading a file",
          LONG,
          () -> {
            throw new java.io.IOException("disk on fire");
          });

      assertThat(reported.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anErrorIsReportedToo() throws InterruptedException {
    var task =
        background.start(
            "recursing",
            LONG,
            () -> {
              throw new StackOverflowError("too deep");
            });

    assertThat(task.await()).isInstanceOf(Outcome.Failed.class);
    assertThat(failures).containsExactly("recursing: too deep");
  }

  @Test
  void workThatHangsIsEndedByItsDeadlineAndReported() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var task =
        background.start(
            "waiting for a cluster",
            Duration.ofMillis(50),
            () -> {
              try {
                Thread.sleep(LONG);
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return "never";
            });

    assertThat(task.await()).isEqualTo(new Outcome.TimedOut<>(Duration.ofMillis(50)));
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(failures.poll(5, TimeUnit.SECONDS))
        .isEqualTo("waiting for a cluster: no end after 0.05 s");
  }

  @Test
  void theDeadlineHoldsForWorkThatDoesNotHeedInterruptions() throws InterruptedException {
    var release = new CountDownLatch(1);
    var task =
        background.start(
            "stubborn",
            Duration.ofMillis(50),
            () -> {
              while (release.getCount() > 0) {
                Thread.onSpinWait();
                Thread.yield();
              }
              return 1;
            });

    assertThat(task.await()).isInstanceOf(Outcome.TimedOut.class);
    release.countDown();
  }

  @Test
  void cancellingInterruptsTheWorkAndIsNoFailure() throws InterruptedException {
    var started = new CountDownLatch(1);
    var task =
        background.start(
            "sleeping",
            LONG,
            () -> {
              started.countDown();
              Thread.sleep(LONG);
              return 1;
            });
    started.await();

    task.cancel();

    assertThat(task.await()).isEqualTo(new Outcome.Cancelled<>());
    assertThat(failures).isEmpty();
  }

  @Test
  void closingEndsEverythingThatStillRuns() throws InterruptedException {
    var ended = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      background.keepRunning(
          "watching",
          () -> {
            try {
              Thread.sleep(LONG);
            } finally {
              ended.countDown();
            }
          });
    }

    background.close();

    assertThat(ended.getCount()).isZero();
    assertThat(background.running()).isZero();
    assertThat(
            background
                .start(
                    "too late",
                    LONG,
                    () -> {
                      Thread.sleep(LONG);
                      return 1;
                    })
                .await())
        .isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void aListenerToTheEndThatThrowsIsReported() throws InterruptedException {
    var task = background.start("adding", LONG, () -> 1);
    task.await();

    task.whenDone(
        end -> {
          throw new IllegalStateException("clumsy");
        });

    assertThat(failures).containsExactly("telling of the end of adding: clumsy");
  }
}
