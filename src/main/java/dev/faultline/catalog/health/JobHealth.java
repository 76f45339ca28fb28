package dev.faultline.catalog.health;

import static dev.faultline.catalog.health.HealthRules.because;

import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import dev.faultline.model.RolloutStatus.Condition;
import dev.faultline.model.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges what shall run to an end: a Job by itself, a CronJob or ScaledJob by its last Job that
 * ended.
 */
final class JobHealth {

  /** KEDA starts no further Jobs. */
  private static final String PAUSED = "autoscaling.keda.sh/paused";

  private static final Comparator<Workload> BY_TIME =
      Comparator.comparing(job -> job.meta().created().orElse(Instant.EPOCH));

  private JobHealth() {}

  static Health ofJob(Patient patient) {
    var job = patient.workload().orElseThrow();
    var failure = ended(job, "Failed");
    if (failure.isPresent()) {
      return because(Status.FAILING, Optional.of("failed" + why(failure.get())), unready(patient));
    }
    if (ended(job, "Complete").isPresent()) {
      return because(Status.IDLE, Optional.of("ran to its end"));
    }
    if (job.rollout().paused()) {
      return because(Status.PAUSED, Optional.of("suspended"));
    }
    return running(patient, "runs");
  }

  static Health ofCronJob(Patient patient) {
    var cron = patient.workload().orElseThrow();
    return ofStarter(
        patient, cron.rollout().paused() ? Optional.of("suspended") : Optional.empty());
  }

  /** What starts its Jobs may have been told to rest, or be unable to look at the queue. */
  static Health ofScaledJob(Patient patient) {
    var scaled = patient.workload().orElseThrow();
    var verdict = ofStarter(patient, isPaused(scaled) ? Optional.of("paused") : Optional.empty());
    var unready =
        scaled.rollout().condition("Ready").filter(condition -> condition.status().equals("False"));
    return unready.isEmpty() || isPaused(scaled) || verdict.status() == Status.FAILING
        ? verdict
        : new Health(
            Status.DEGRADED,
            Stream.concat(
                    Stream.of("KEDA starts no jobs for it" + why(unready.get())),
                    verdict.reasons().stream())
                .toList());
  }

  private static boolean isPaused(Workload scaled) {
    return scaled.meta().annotations().getOrDefault(PAUSED, "").equalsIgnoreCase("true");
  }

  /**
   * @param rests why no further job will start, if that is so
   */
  private static Health ofStarter(Patient patient, Optional<String> rests) {
    var last = patient.jobs().stream().filter(JobHealth::isOver).max(BY_TIME);
    var failure = last.flatMap(job -> ended(job, "Failed"));
    if (failure.isPresent()) {
      var name = Words.clean(last.orElseThrow().ref().name());
      return because(
          Status.FAILING,
          Optional.of("its last job " + name + " failed" + why(failure.get())),
          unready(patient));
    }
    if (rests.isPresent()) {
      return because(Status.PAUSED, rests.map(why -> why + ": no further job will start"));
    }
    if (patient.jobs().stream().anyMatch(job -> !isOver(job))) {
      return running(patient, "a job runs");
    }
    return last.isPresent()
        ? because(Status.HEALTHY, Optional.of("its last job ran to its end"))
        : because(Status.IDLE, Optional.of("no job has run yet"));
  }

  /** A job whose containers fail is tried again until its back-off limit. */
  private static Health running(Patient patient, String what) {
    var troubles = new PodTroubles(patient.staying(), patient.now());
    boolean fails = troubles.anyFails() || !troubles.restarts().isEmpty();
    return because(
        fails ? Status.DEGRADED : Status.PROGRESSING,
        Optional.of(what),
        fails ? troubles.unready() : List.of(),
        troubles.restarts());
  }

  private static List<String> unready(Patient patient) {
    return new PodTroubles(patient.staying(), patient.now()).unready();
  }

  private static boolean isOver(Workload job) {
    return ended(job, "Failed").isPresent() || ended(job, "Complete").isPresent();
  }

  private static Optional<Condition> ended(Workload job, String how) {
    return job.rollout().condition(how).filter(Condition::isTrue);
  }

  private static String why(Condition condition) {
    var reason = Words.clean(condition.reason());
    var message = Words.clean(condition.message());
    return (reason.isEmpty() ? "" : " (" + reason + ")")
        + (message.isEmpty() ? "" : ": " + message);
  }
}
