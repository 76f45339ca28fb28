package dev.faultline.rollback.check;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RollbackPlan;
import java.util.Optional;

/**
 * What the checks look at.
 *
 * @param state as it was when the plan was made
 * @param dryRun the server's answer to trying the plan's patch
 */
public record CheckContext(
    RollbackPlan plan,
    ClusterState state,
    ClusterActions actions,
    LinkedCluster.Safety safety,
    WriteResult dryRun) {

  /** The workload as the state knows it. */
  Optional<Workload> workload() {
    return state.find(plan.service().ref(), Workload.class);
  }
}
