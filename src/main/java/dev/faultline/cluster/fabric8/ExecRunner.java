package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs credentials plugins, found as kubectl finds them: a command with a slash is relative to its
 * kubeconfig, any other is looked for on the PATH. A desktop application does not inherit the PATH
 * of a terminal, so the login shell's is searched too.
 */
final class ExecRunner {

  /** Long enough for a plugin that asks a server far away. */
  static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Map<String, String> environment;
  private final LoginPath loginPath;
  private final Duration deadline;

  ExecRunner(Map<String, String> environment, LoginPath loginPath, Duration deadline) {
    this.environment = environment;
    this.loginPath = loginPath;
    this.deadline = deadline;
  }

  /**
   * What the plugin printed.
   *
   * @param cluster what it is told of the cluster; empty if it does not ask
   * @throws LinkException if it is missing, fails or takes too long
   */
  String run(ExecPlugin plugin, JsonObject cluster) {
    var executable =
        find(plugin)
            .orElseThrow(
                () ->
                    new LinkException(
                        new LinkFailure.PluginMissing(
                            plugin.command(), Words.tidy(plugin.installHint().orElse("")))));
    var command = new ArrayList<String>();
    command.add(executable.toString());
    command.addAll(plugin.arguments());
    var builder = new ProcessBuilder(command);
    builder.environment().put("KUBERNETES_EXEC_INFO", request(plugin, cluster));
    searchPath().ifPresent(path -> builder.environment().put("PATH", path));
    builder.environment().putAll(plugin.environment());
    try {
      var result = ProcessRun.run(builder, deadline);
      if (result.exitCode() == 0) {
        return result.output();
      }
      var words = Words.tidy(result.errors().isBlank() ? result.output() : result.errors());
      throw failed(plugin, words.isEmpty() ? "exit code " + result.exitCode() : words);
    } catch (ProcessRun.TooSlowException e) {
      throw failed(plugin, "no answer within " + deadline.toSeconds() + " s");
    } catch (IOException e) {
      throw failed(plugin, "it can't be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(plugin, "it was interrupted");
    }
  }

  private static LinkException failed(ExecPlugin plugin, String words) {
    return new LinkException(new LinkFailure.PluginFailed(plugin.command(), words));
  }

  private static String request(ExecPlugin plugin, JsonObject cluster) {
    var spec = JsonObject.of("interactive", Json.of(false));
    var request =
        JsonObject.of("kind", Json.of("ExecCredential"))
            .with(Json.of(plugin.apiVersion()), "apiVersion")
            .with(cluster.isEmpty() ? spec : spec.with(cluster, "cluster"), "spec");
    return JsonCodec.write(request);
  }

  private Optional<Path> find(ExecPlugin plugin) {
    var command = plugin.command();
    if (command.contains("/") || command.contains(File.separator)) {
      return Optional.of(plugin.folder().resolve(command)).filter(Files::isExecutable);
    }
    return search(folders(environment.getOrDefault("PATH", "")), command)
        .or(() -> search(folders(loginPath.ask().orElse("")), command));
  }

  /** Plugins call other commands, which lie where they themselves were found. */
  private Optional<String> searchPath() {
    var own = environment.getOrDefault("PATH", "");
    return loginPath.known().map(login -> own + File.pathSeparator + login);
  }

  private static List<String> folders(String path) {
    return Arrays.stream(path.split(File.pathSeparator)).filter(dir -> !dir.isBlank()).toList();
  }

  private static Optional<Path> search(List<String> folders, String command) {
    for (String folder : folders) {
      for (String suffix : List.of("", ".exe", ".cmd")) {
        try {
          var candidate = Path.of(folder, command + suffix);
          if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
            return Optional.of(candidate.toAbsolutePath());
          }
        } catch (InvalidPathException e) {
          continue; // A PATH may hold anything; what is no path holds no plugin.
        }
      }
    }
    return Optional.empty();
  }
}
