package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.intake.GuardedIntake;
import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Pruning;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns what comes off the line into what the state keeps; Secrets lose their values first.
 * Remembers which Services there are, as a Secret is believed only where it names one of them.
 */
final class ObjectIntake {

  private final Intake intake;
  private final GuardedIntake guarded;
  private final Set<ResourceRef> services = ConcurrentHashMap.newKeySet();
  private final AtomicInteger servicesChanged = new AtomicInteger();

  private ObjectIntake(ClusterId cluster, SecretGuard guard, Intake intake) {
    this.intake = intake;
    this.guarded = new GuardedIntake(cluster, guard, intake, services::contains);
  }

  static ObjectIntake into(ClusterId cluster, SecretGuard guard) {
    return new ObjectIntake(cluster, guard, Intake.into(cluster, new Pool()));
  }

  static ObjectIntake summaries(ClusterId cluster, SecretGuard guard) {
    return new ObjectIntake(cluster, guard, Intake.summaries(cluster, new Pool()));
  }

  Pruning worthReading(Kind kind) {
    return intake.worthReading(kind);
  }

  ClusterObject read(Manifest manifest) {
    var object = guarded.read(manifest);
    if (object.ref().kind().equals(Kind.SERVICE) && services.add(object.ref())) {
      servicesChanged.incrementAndGet();
    }
    return object;
  }

  /** The object is no longer there. */
  void gone(ResourceRef ref) {
    if (services.remove(ref)) {
      servicesChanged.incrementAndGet();
    }
  }

  /** How often Services came or went so far: what a Secret names may be another one since. */
  int servicesChanged() {
    return servicesChanged.get();
  }
}
