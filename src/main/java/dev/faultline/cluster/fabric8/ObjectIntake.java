package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Pruning;

/** Turns what comes off the line into what the state keeps; Secrets lose their values first. */
record ObjectIntake(SecretGuard guard, Intake intake) {

  static ObjectIntake into(ClusterId cluster, SecretGuard guard) {
    return new ObjectIntake(guard, Intake.into(cluster, new Pool()));
  }

  static ObjectIntake summaries(ClusterId cluster, SecretGuard guard) {
    return new ObjectIntake(guard, Intake.summaries(cluster, new Pool()));
  }

  Pruning worthReading(Kind kind) {
    return intake.worthReading(kind);
  }

  ClusterObject read(Manifest manifest) {
    return intake.read(guard.strip(manifest));
  }
}
