package dev.faultline.rollback.check;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All checks, in the order they are shown. */
public final class Checks {

  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

  private static final List<Check> ALL =
      List.of(
          new TargetCheck(),
          new ReasonCheck(),
          new ReadOnlyCheck(),
          new PermissionCheck(),
          new OwnerCheck(),
          new PausedCheck(),
          new DryRunCheck(),
          new PodDryRunCheck(),
          new ReferencesCheck(),
          new ConfigurationCheck(),
          new ImageCheck(),
          new AutoscalerCheck(),
          new RolloutCheck(),
          new UpdateStrategyCheck(),
          new StuckPodCheck(),
          new HistoryCheck());

  private Checks() {}

  /** Runs every check; one that fails in itself is not checked, and does not stop the others. */
  public static List<CheckResult> run(CheckContext context) {
    return ALL.stream().map(check -> new CheckResult(check.name(), run(check, context))).toList();
  }

  private static CheckOutcome run(Check check, CheckContext context) {
    try {
      return check.run(context);
    } catch (RuntimeException e) {
      LOG.error("the check \"{}\" failed", check.name(), e);
      return CheckOutcome.notChecked("The check itself failed; the log file has the details.");
    }
  }
}
