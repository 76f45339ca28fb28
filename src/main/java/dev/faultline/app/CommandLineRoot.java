package dev.faultline.app;

import dev.faultline.cli.FaultlineCommand;
import dev.faultline.cli.Toolbox;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.fabric8.FirstContact;
import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Composition root of the command line. It never touches JavaFX. */
public final class CommandLineRoot {

  private CommandLineRoot() {}

  /** Runs one verb for this process; the result is its exit code. */
  public static int run(String... arguments) {
    var environment = System.getenv();
    return run(environment, Terminals.standard(environment), arguments);
  }

  /**
   * Runs one verb as a process with that environment and terminal would.
   *
   * @param environment names the user's folders and the kubeconfig, among others
   */
  public static int run(Map<String, String> environment, Terminal terminal, String... arguments) {
    if (goesLive(arguments)) {
      FirstContact.prepare();
    }
    var home = UserFolders.home(environment);
    var folders = UserFolders.of(environment, System.getProperty("os.name", ""), home);
    var log = folders.logs().resolve("faultline.0.log");
    LogFile.open(log);
    var clock = Clock.systemUTC();
    try (var background = new Background("faultline", CommandLineRoot::report)) {
      var clusters =
          new LiveClusters(
              environment, clock, CommandLineRoot::report, new SecretGuard(Salt.fresh()));
      var settings = settings(folders, terminal);
      var contexts =
          new KubeSources(
              environment,
              home,
              settings::settings,
              settings.trouble().isPresent(),
              clusters,
              background);
      var sources = new Sources(contexts, folders.data().resolve("demo.jsonl"), clock);
      var tools =
          new Toolbox(
              sources,
              contexts,
              new TelemetrySources(settings::settings, background),
              id -> settings.settings().forContext(id.name()).edges(),
              terminal,
              clock,
              new Journal(folders.data()),
              System.getProperty("user.name", "unknown"),
              log);
      return FaultlineCommand.run(tools, arguments);
    }
  }

  private static SettingsKeeper settings(UserFolders folders, Terminal terminal) {
    var keeper = new SettingsKeeper(new SettingsStore(folders));
    keeper
        .trouble()
        .ifPresent(
            sentence ->
                terminal.complain(
                    "faultline: " + sentence + " Until then every context is read-only."));
    return keeper;
  }

  /** Help, the demo and files need no connection; of what is left most do. */
  private static boolean goesLive(String... arguments) {
    return arguments.length > 0
        && Stream.of(arguments)
            .noneMatch(
                word ->
                    word.equals("--demo")
                        || word.startsWith("--manifests")
                        || word.equals("--help")
                        || word.equals("-h"));
  }

  private static void report(String what, Throwable cause) {
    LoggerFactory.getLogger(CommandLineRoot.class).warn("Failed: {}", what, cause);
  }
}
