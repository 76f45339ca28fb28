package dev.faultline.ui.rollback;

import dev.faultline.rollback.runs.PodSight;

/** One pod as it is shown. */
public record PodLine(String name, String version, PodSight.Condition condition, String words) {}
