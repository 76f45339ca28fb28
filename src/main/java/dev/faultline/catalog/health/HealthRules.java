package dev.faultline.catalog.health;

import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a service: which of the states of health, and why. */
public final class HealthRules {

  private HealthRules() {}

  public static Health judge(Patient patient) {
    var stale = Knowledge.whyUnknown(patient);
    if (stale.isPresent()) {
      return new Health(Status.UNKNOWN, List.of(stale.get()));
    }
    var verdict =
        switch (patient.meta().ref().kind().name()) {
          case "Job" -> JobHealth.ofJob(patient);
          case "CronJob" -> JobHealth.ofCronJob(patient);
          case "ScaledJob" -> JobHealth.ofScaledJob(patient);
          default -> ReplicaHealth.of(patient);
        };
    return Knowledge.whyPodsUnknown(patient)
        .map(why -> withoutPods(patient, verdict, why))
        .orElse(verdict);
  }

  /**
   * The counts of a workload tell by themselves that it fails. That it does well they don't: its
   * containers may restart all the time. Nor that no job has run, where no job may be seen.
   */
  private static Health withoutPods(Patient patient, Health verdict, String why) {
    return switch (verdict.status()) {
      case FAILING, DEGRADED -> new Health(verdict.status(), plus(verdict.reasons(), why));
      case IDLE ->
          Knowledge.hidesJobs(patient) ? new Health(Status.UNKNOWN, List.of(why)) : verdict;
      case PROGRESSING, PAUSED, HEALTHY, UNKNOWN ->
          new Health(Status.UNKNOWN, plus(List.of(why), verdict.reasons()));
    };
  }

  private static List<String> plus(List<String> reasons, String more) {
    return plus(reasons, List.of(more));
  }

  private static List<String> plus(List<String> reasons, List<String> more) {
    var all = new ArrayList<>(reasons);
    all.addAll(more);
    return all;
  }

  /** A verdict with its reasons, of which those that don't hold are empty. */
  @SafeVarargs
  static Health because(Status status, Optional<String> first, List<String>... others) {
    return new Health(
        status,
        Stream.concat(first.stream(), Stream.of(others).flatMap(List::stream)).distinct().toList());
  }
}
