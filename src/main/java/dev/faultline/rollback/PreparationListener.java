package dev.faultline.rollback;

import dev.faultline.cluster.WriteResult;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.plan.RollbackPlan;

/**
 * Hears of a preparation's parts as each is known, in the order of these methods; must not block.
 */
public interface PreparationListener {

  /** What would be done; neither tried nor checked yet. */
  void planned(RollbackPlan plan);

  /** The server's answer to trying it. */
  void tried(RollbackPlan plan, WriteResult dryRun);

  /** The next check's result, in the order of {@code Checks.names()}. */
  void checked(CheckResult result);

  /** Hears nothing: for whoever waits for the end anyway. */
  static PreparationListener none() {
    return new PreparationListener() {
      @Override
      public void planned(RollbackPlan plan) {}

      @Override
      public void tried(RollbackPlan plan, WriteResult dryRun) {}

      @Override
      public void checked(CheckResult result) {}
    };
  }
}
