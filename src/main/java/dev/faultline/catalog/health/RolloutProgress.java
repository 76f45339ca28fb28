package dev.faultline.catalog.health;

import dev.faultline.model.FieldManager;
import dev.faultline.model.Kind;
import dev.faultline.model.Replicas;
import dev.faultline.model.RolloutStatus.Condition;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a rollout is: not needed, under way, at its end, or stuck. */
final class RolloutProgress {

  /** Deployments have a deadline of their own; for other kinds Kubernetes' default is taken. */
  private static final Duration DEADLINE = Duration.ofMinutes(10);

  /** Beyond this Kubernetes itself gives up no more: the largest number stands for never. */
  private static final Duration NEVER = Duration.ofSeconds(Integer.MAX_VALUE);

  private final Workload workload;
  private final Instant now;

  RolloutProgress(Workload workload, Instant now) {
    this.workload = workload;
    this.now = now;
  }

  /** Whether the controller still makes progress towards the newest template, in time. */
  boolean isUnderWay() {
    if (workload.rollout().paused()) {
      return false;
    }
    if (!isSeen()) {
      return true;
    }
    return isDeployment()
        ? workload
            .rollout()
            .condition("Progressing")
            .map(this::makesProgress)
            .orElseGet(this::young)
        : !isComplete() && young();
  }

  /** Whether the controller has acted on the newest spec. */
  boolean isSeen() {
    return workload.rollout().observedGeneration() >= workload.meta().generation();
  }

  /** Whether all pods are of the newest template. */
  boolean isUpdated() {
    Replicas replicas = workload.replicas();
    boolean counted = !workload.ref().kind().equals(Kind.REPLICA_SET);
    boolean oldOnesLeft = isDeployment() && replicas.current() > replicas.updated();
    return !counted || (replicas.updated() >= replicas.wanted() && !oldOnesLeft);
  }

  private boolean isComplete() {
    return isUpdated() && workload.replicas().ready() >= workload.replicas().wanted();
  }

  private boolean isDeployment() {
    return workload.ref().kind().equals(Kind.DEPLOYMENT);
  }

  /**
   * The condition's reason is {@code NewReplicaSetAvailable} from the end of a rollout until the
   * next one; see deployment/util/deployment_util.go in Kubernetes.
   */
  private boolean makesProgress(Condition progressing) {
    if (!progressing.isTrue()) {
      // Unknown is what a pause, or its end, leaves behind; only False is the controller's no.
      return !progressing.status().equals("False") && young();
    }
    if (progressing.reason().equals("NewReplicaSetAvailable")) {
      // It is the last rollout's, until a pod of this one is ready; its time says nothing.
      return !isUpdated() && young();
    }
    var deadline = deadline();
    return deadline.compareTo(NEVER) >= 0
        || progressing.lastUpdate().map(update -> isWithin(update, deadline)).orElse(true);
  }

  private boolean young() {
    var deadline = deadline();
    boolean inTime = begun().map(begun -> isWithin(begun, deadline)).orElse(false);
    return !isComplete() && (deadline.compareTo(NEVER) >= 0 || inTime);
  }

  private boolean isWithin(Instant begun, Duration deadline) {
    return Duration.between(begun, now).compareTo(deadline) <= 0;
  }

  private Duration deadline() {
    return workload.rollout().progressDeadline().orElse(DEADLINE);
  }

  /** When the template was last written, as far as it is known. */
  private Optional<Instant> begun() {
    var written =
        workload.meta().managers().stream()
            .filter(FieldManager::touchesTemplate)
            .flatMap(manager -> manager.time().stream());
    return Stream.concat(workload.meta().created().stream(), written).max(Instant::compareTo);
  }

  /** Why pods of an older template are meant to stay; empty if they aren't. */
  Optional<String> heldBack() {
    if (workload.ref().kind().equals(Kind.DEPLOYMENT) || isUpdated()) {
      return Optional.empty();
    }
    JsonObject strategy = workload.manifest().read().spec().object("updateStrategy");
    if (strategy.text("type").filter("OnDelete"::equals).isPresent()) {
      return Optional.of("updates a pod only when it is deleted (OnDelete)");
    }
    long partition = strategy.number("rollingUpdate", "partition").orElse(0);
    var replicas = workload.replicas();
    return partition > 0 && replicas.updated() >= replicas.wanted() - partition
        ? Optional.of("the update is held at partition " + partition)
        : Optional.empty();
  }
}
