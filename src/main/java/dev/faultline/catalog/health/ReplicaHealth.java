package dev.faultline.catalog.health;

import static dev.faultline.catalog.health.HealthRules.because;

import dev.faultline.model.Health;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Replicas;
import dev.faultline.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what shall run for ever: Deployments, StatefulSets, DaemonSets, ReplicaSets, pods. */
final class ReplicaHealth {

  private final Patient patient;
  private final Replicas replicas;
  private final Optional<RolloutProgress> progress;
  private final PodTroubles troubles;

  private ReplicaHealth(Patient patient) {
    this.patient = patient;
    this.replicas = patient.replicas();
    this.progress =
        patient.workload().map(workload -> new RolloutProgress(workload, patient.now()));
    this.troubles = new PodTroubles(patient.staying(), patient.now());
  }

  static Health of(Patient patient) {
    return patient.workload().isEmpty()
        ? PodHealth.of(patient)
        : new ReplicaHealth(patient).judge();
  }

  private Health judge() {
    var counts = Optional.of(Words.ready(replicas));
    if (replicas.wanted() == 0) {
      return because(Status.IDLE, Optional.of(nothingWanted()));
    }
    boolean underWay = progress.filter(RolloutProgress::isUnderWay).isPresent();
    if (underWay && !troubles.anyFails() && troubles.restarts().isEmpty()) {
      return because(Status.PROGRESSING, counts, rollout(), troubles.unready());
    }
    if (replicas.ready() == 0) {
      var status = underWay ? Status.DEGRADED : Status.FAILING;
      return because(status, counts, rollout(), troubles.unready());
    }
    if (replicas.ready() < replicas.wanted()) {
      return because(Status.DEGRADED, counts, rollout(), troubles.unready(), troubles.restarts());
    }
    return allReady();
  }

  /** As many are ready as are wanted; but they may be the old ones, or restart again and again. */
  private Health allReady() {
    boolean paused = patient.rollout().paused();
    boolean heldBack = progress.flatMap(RolloutProgress::heldBack).isPresent();
    boolean updated = progress.map(RolloutProgress::isUpdated).orElse(true);
    var restarts = troubles.restarts();
    if ((!updated && !paused && !heldBack) || !restarts.isEmpty()) {
      return because(
          Status.DEGRADED,
          Optional.of(Words.ready(replicas)),
          rollout(),
          troubles.unready(),
          restarts);
    }
    if (paused) {
      return because(
          Status.PAUSED,
          Optional.of("its rollout is paused: a new template has no effect until it is resumed"));
    }
    return because(
        Status.HEALTHY,
        Optional.of(Words.ready(replicas)),
        progress.flatMap(RolloutProgress::heldBack).stream().toList());
  }

  /** What a rollout that is not at its end has to say. */
  private List<String> rollout() {
    var said = new ArrayList<String>();
    progress
        .filter(rollout -> !rollout.isSeen())
        .ifPresent(rollout -> said.add("the controller has not acted on the newest spec yet"));
    if (patient.rollout().paused()) {
      said.add("its rollout is paused");
    }
    progress.flatMap(RolloutProgress::heldBack).ifPresent(said::add);
    if (patient.revisions().stream().filter(revision -> revision.pods() > 0).count() > 1
        || progress.filter(rollout -> !rollout.isUpdated()).isPresent()) {
      patient.revisions().stream()
          .filter(revision -> revision.pods() > 0 || revision.current())
          .forEach(revision -> said.add(share(revision)));
    }
    patient
        .rollout()
        .condition("Progressing")
        .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
        .filter(ignored -> progress.filter(RolloutProgress::isSeen).isPresent())
        .ifPresent(ignored -> said.add("the rollout is stuck (ProgressDeadlineExceeded)"));
    patient
        .rollout()
        .condition("ReplicaFailure")
        .filter(condition -> condition.isTrue())
        .ifPresent(
            condition -> said.add("pods can't be made: " + Words.clean(condition.message())));
    return said;
  }

  private static String share(Revision revision) {
    return Words.name(revision)
        + (revision.current() ? " (new) has " : " has ")
        + Words.ready(revision.readyPods(), revision.pods());
  }

  private String nothingWanted() {
    boolean daemon = patient.meta().ref().kind().name().equals("DaemonSet");
    return daemon ? "no node is to run it" : "scaled to 0";
  }
}
