package dev.faultline.cli;

import dev.faultline.cli.text.Terminal;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Mending;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.TrafficReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * What every verb is given.
 *
 * @param mendings the edges of a cluster that were mended by hand
 * @param journal what rollbacks are written to
 * @param user whom the journal names
 * @param logFile where the log goes, for {@code --help} to name
 */
public record Toolbox(
    ClusterOpener opener,
    ContextLister contexts,
    TrafficReader traffic,
    Function<ClusterId, List<Mending>> mendings,
    Terminal terminal,
    Clock clock,
    Journal journal,
    String user,
    Path logFile) {}
