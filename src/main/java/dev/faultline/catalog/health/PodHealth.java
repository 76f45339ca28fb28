package dev.faultline.catalog.health;

import static dev.faultline.catalog.health.HealthRules.because;

import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Pod;
import java.time.Duration;
import java.util.Optional;

/** Judges a pod that nobody made but a person. */
final class PodHealth {

  /** As long as a rollout would be given. */
  private static final Duration TIME_TO_START = Duration.ofMinutes(10);

  private PodHealth() {}

  static Health of(Patient patient) {
    var pod = patient.pods().getFirst();
    var troubles = new PodTroubles(patient.pods(), patient.now());
    if (pod.phase().equals("Succeeded")) {
      return because(Status.IDLE, Optional.of("ran to its end"));
    }
    if (pod.ready()) {
      var restarts = troubles.restarts();
      var status = restarts.isEmpty() ? Status.HEALTHY : Status.DEGRADED;
      return because(status, Optional.of("the pod is ready"), restarts);
    }
    boolean starting = isYoung(pod, patient) && !pod.phase().equals("Failed");
    if (starting && !troubles.anyFails()) {
      return because(Status.PROGRESSING, Optional.empty(), troubles.unready());
    }
    return because(Status.FAILING, Optional.of("the pod is not ready"), troubles.unready());
  }

  private static boolean isYoung(Pod pod, Patient patient) {
    return pod.meta()
        .created()
        .filter(created -> Duration.between(created, patient.now()).compareTo(TIME_TO_START) <= 0)
        .isPresent();
  }
}
