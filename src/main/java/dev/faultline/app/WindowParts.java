package dev.faultline.app;

import dev.faultline.concurrent.Background;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.text.Messages;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.TrafficFollower;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a window is made of that does not depend on a display: tests put the demo in here.
 *
 * @param telemetry brings the traffic of what is linked
 * @param user whom the journal names
 * @param logFolder where the log goes unless the settings say otherwise
 * @param logFile for error reports to name
 * @param kubeconfig where contexts come from, in words
 */
record WindowParts(
    Messages words,
    Clock clock,
    Background background,
    SettingsKeeper settings,
    ContextLister contexts,
    ClusterOpener opener,
    TrafficFollower telemetry,
    Journal journal,
    String user,
    String version,
    Path logFolder,
    Path logFile,
    String kubeconfig) {}
