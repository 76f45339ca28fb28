package dev.faultline.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's files lie, by the platform's conventions. Nothing is created here.
 *
 * @param config settings
 * @param data what must not be lost: the journal, recorded history
 * @param logs what may be deleted at any time
 */
public record UserFolders(Path config, Path data, Path logs) {

  private static final String LOWER = "faultline";
  private static final String UPPER = "Faultline";

  /** The folders of the user who runs this process. */
  public static UserFolders ofThisUser() {
    return of(System.getenv(), System.getProperty("os.name", ""), home(System.getenv()));
  }

  /** The home that kubectl and the shell mean: the JVM itself looks only at the user database. */
  public static Path home(Map<String, String> environment) {
    return folder(environment, "HOME")
        .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
  }

  /**
   * The folders by XDG base directories (whose relative values count as unset, as that
   * specification says), or by the conventions of macOS or Windows.
   */
  public static UserFolders of(Map<String, String> environment, String osName, Path home) {
    var os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      var support = home.resolve("Library").resolve("Application Support").resolve(UPPER);
      return new UserFolders(support, support, home.resolve("Library/Logs").resolve(UPPER));
    }
    if (os.startsWith("windows")) {
      var roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      var local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return new UserFolders(
          roaming.resolve(UPPER),
          local.resolve(UPPER).resolve("data"),
          local.resolve(UPPER).resolve("logs"));
    }
    var config = folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    var data = folder(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share"));
    var state = folder(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
    return new UserFolders(
        config.resolve(LOWER), data.resolve(LOWER), state.resolve(LOWER).resolve("logs"));
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
