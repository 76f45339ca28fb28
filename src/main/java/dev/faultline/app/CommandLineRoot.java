package dev.faultline.app;

import dev.faultline.cli.FaultlineCommand;
import dev.faultline.cli.Toolbox;
import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsReading;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Composition root of the command line. It never touches JavaFX. */
public final class CommandLineRoot {

  private static final int SALT_BYTES = 32;

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
    var home = UserFolders.home(environment);
    var folders = UserFolders.of(environment, System.getProperty("os.name", ""), home);
    var log = folders.logs().resolve("faultline.log");
    LogFile.open(log);
    var clock = Clock.systemUTC();
    try (var background = new Background("faultline", CommandLineRoot::report)) {
      var clusters =
          new LiveClusters(environment, clock, CommandLineRoot::report, new SecretGuard(salt()));
      var contexts =
          new KubeSources(environment, home, settings(folders, terminal), clusters, background);
      var sources = new Sources(contexts, folders.data().resolve("demo.jsonl"), clock);
      var tools =
          new Toolbox(
              sources,
              contexts,
              terminal,
              clock,
              new Journal(folders.data()),
              System.getProperty("user.name", "unknown"),
              log);
      return FaultlineCommand.run(tools, arguments);
    }
  }

  private static SettingsReading settings(UserFolders folders, Terminal terminal) {
    var reading = new SettingsStore(folders).load();
    if (reading instanceof SettingsReading.Broken broken) {
      terminal.complain(
          "faultline: " + broken.sentence() + " Until then every context is read-only.");
    }
    return reading;
  }

  /** Hashes of Secret values are compared within one process only, so a fresh salt will do. */
  private static byte[] salt() {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  private static void report(String what, Throwable cause) {
    LoggerFactory.getLogger(CommandLineRoot.class).warn("Failed: {}", what, cause);
  }
}
