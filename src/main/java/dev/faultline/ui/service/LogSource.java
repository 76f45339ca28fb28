package dev.faultline.ui.service;

import dev.faultline.model.Pod;
import dev.faultline.model.Pod.ContainerState;
import dev.faultline.model.ResourceRef;
import java.util.Comparator;

/**
 * A container whose log can be read.
 *
 * @param version that its pod runs; empty if that can't be told
 * @param ran whether there was a run before the current one
 */
record LogSource(
    ResourceRef pod, String container, String version, boolean ready, boolean init, boolean ran) {

  /** Where something is wrong one wants to look first. */
  static final Comparator<LogSource> SICK_FIRST =
      Comparator.comparing(LogSource::ready)
          .thenComparing(LogSource::init)
          .thenComparing(source -> source.pod().name())
          .thenComparing(LogSource::container);

  static LogSource of(Pod pod, ContainerState container, String version) {
    return new LogSource(
        pod.ref(),
        container.name(),
        version,
        container.ready(),
        container.init(),
        container.restarts() > 0 || container.lastExit().isPresent());
  }

  boolean isSame(LogSource other) {
    return pod.equals(other.pod) && container.equals(other.container);
  }
}
