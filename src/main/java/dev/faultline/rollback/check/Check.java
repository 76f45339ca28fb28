package dev.faultline.rollback.check;

/** One question asked before a rollback. A new check is added here and in {@link Checks}. */
public sealed interface Check
    permits TargetCheck,
        ReasonCheck,
        ReadOnlyCheck,
        PermissionCheck,
        OwnerCheck,
        PausedCheck,
        DryRunCheck,
        PodDryRunCheck,
        ReferencesCheck,
        ConfigurationCheck,
        ImageCheck,
        AutoscalerCheck,
        RolloutCheck,
        UpdateStrategyCheck,
        StuckPodCheck,
        HistoryCheck {

  /** Short, and stable for programs. */
  String name();

  CheckOutcome run(CheckContext context);
}
