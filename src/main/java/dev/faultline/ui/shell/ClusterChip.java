package dev.faultline.ui.shell;

import dev.faultline.model.ClusterId;
import dev.faultline.workspace.ClusterTraffic;
import dev.faultline.workspace.LinkHealth;
import java.util.Optional;

/**
 * A linked cluster as the bars show it.
 *
 * @param colour that the user gave it
 * @param traffic what is known of its traffic
 */
record ClusterChip(
    ClusterId id,
    Optional<String> colour,
    Optional<String> environment,
    boolean isProtected,
    boolean readOnly,
    boolean demo,
    LinkHealth health,
    ClusterTraffic traffic) {}
