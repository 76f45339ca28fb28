package dev.faultline.rollback;

import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Manifest;
import dev.faultline.rollback.check.CheckResult;
import dev.faultline.rollback.check.Checks;
import dev.faultline.rollback.plan.RollbackPlan;
import java.util.List;
import java.util.Optional;

/**
 * All that somebody must see before saying yes.
 *
 * @param dryRun the server's answer to trying it: against {@code plan.live()} it makes the diff
 * @param confirmationName what must be typed to confirm; empty if a plain yes will do
 */
public record Preview(
    RollbackPlan plan,
    List<CheckResult> checks,
    WriteResult dryRun,
    Optional<String> confirmationName) {

  public Preview {
    checks = List.copyOf(checks);
  }

  /** The object as it would be, if the server took it. */
  public Optional<Manifest> wouldBe() {
    return dryRun instanceof WriteResult.Accepted accepted
        ? Optional.of(accepted.answer())
        : Optional.empty();
  }

  /** Whether somebody may decide to go ahead against the owner, which nothing else forbids. */
  public boolean mayBreakGlass() {
    return !plan.request().options().breakGlass()
        && !plan.service().readOnly()
        && blocking().stream().anyMatch(check -> check.name().equals(Checks.OWNER));
  }

  /** The checks that forbid it. */
  public List<CheckResult> blocking() {
    return checks.stream().filter(CheckResult::blocks).toList();
  }
}
