package dev.faultline.demo;

import dev.faultline.model.Manifest;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of a rolling update, without side effects. */
final class Rollout {

  private Rollout() {}

  /**
   * Pods of a Deployment by what its controller counts.
   *
   * @param updated of the current template
   */
  record Counts(int total, int updated, int ready, int available) {}

  /** A ReplicaSet and the replicas it shall have. */
  record Scaling(Manifest set, int replicas) {}

  /** How many pods the new ReplicaSet may have now ({@code NewRSNewReplicas}). */
  static int wantedOfNew(Manifest deployment, ReplicaSets sets, Manifest current) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    int present = ReplicaSets.wanted(current);
    if (present >= replicas) {
      return replicas;
    }
    int room = replicas + Surge.of(deployment).maxSurge() - sets.wanted();
    return room <= 0 ? present : present + Math.min(room, replicas - present);
  }

  /**
   * What to take from the old ReplicaSets ({@code reconcileOldReplicaSets}): first pods that do not
   * work anyway, then as many that work as the budget for unavailable ones allows.
   */
  static List<Scaling> scaleDownOld(Manifest deployment, ReplicaSets sets, Manifest current) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    int leastAvailable = replicas - Surge.of(deployment).maxUnavailable();
    int newUnavailable = ReplicaSets.wanted(current) - ReplicaSets.available(current);
    int budget = sets.wanted() - leastAvailable - newUnavailable;
    var scalings = new ArrayList<Scaling>();
    if (budget <= 0) {
      return scalings;
    }
    int available = sets.sum("availableReplicas");
    int spare = available - leastAvailable;
    for (Manifest old : sets.active()) {
      int wanted = ReplicaSets.wanted(old);
      int broken = Math.min(budget, Math.max(0, wanted - ReplicaSets.available(old)));
      budget -= broken;
      int working = Math.clamp(spare, 0, wanted - broken);
      spare -= working;
      if (broken + working > 0) {
        scalings.add(new Scaling(old, wanted - broken - working));
      }
    }
    return scalings;
  }

  /** Every pod is of the current template, available, and the controller has seen the last edit. */
  static boolean complete(Manifest deployment, Counts counts) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    return counts.updated() == replicas
        && counts.total() == replicas
        && counts.available() == replicas;
  }
}
