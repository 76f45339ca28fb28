package dev.faultline.rollback.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  /** The name of the check that breaking the glass answers. */
  public static final String OWNER = OwnerCheck.NAME;

  /** The name of the check that asks for a reason. */
  public static final String REASON = ReasonCheck.NAME;

  private Checks() {}

  /** The names of all checks, in that order. */
  public static List<String> names() {
    return ALL.stream().map(Check::name).toList();
  }

  /**
   * Runs every check; one that fails in itself is not checked, and does not stop the others.
   *
   * @param listener told of each result as soon as it is known
   */
  public static List<CheckResult> run(CheckContext context, Consumer<CheckResult> listener) {
    var results = new ArrayList<CheckResult>();
    for (Check check : ALL) {
      var result = new CheckResult(check.name(), run(check, context));
      results.add(result);
      listener.accept(result);
    }
    return List.copyOf(results);
  }

  /** The results once the request of the plan is another; what else was found out stays. */
  public static List<CheckResult> withReasonOf(CheckContext context, List<CheckResult> results) {
    var reason = new ReasonCheck();
    return results.stream()
        .map(
            result ->
                result.name().equals(ReasonCheck.NAME)
                    ? new CheckResult(reason.name(), run(reason, context))
                    : result)
        .toList();
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
