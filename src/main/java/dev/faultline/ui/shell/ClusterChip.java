package dev.faultline.ui.shell;

import dev.faultline.model.ClusterId;
import dev.faultline.workspace.LinkHealth;
import java.util.List;
import java.util.Optional;

/**
 * A linked cluster as the bars show it.
 *
 * @param colour that the user gave it
 * @param traffic why what is known of its traffic is old or missing, a sentence each
 */
record ClusterChip(
    ClusterId id,
    Optional<String> colour,
    Optional<String> environment,
    boolean isProtected,
    boolean readOnly,
    boolean demo,
    LinkHealth health,
    List<String> traffic) {
  ClusterChip {
    traffic = List.copyOf(traffic);
  }
}
