package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The PATH of the user's login shell. Asked at most once, only when something is not found without
 * it, and with a deadline, as anything may stand in a shell's start files.
 */
final class LoginPath {

  private static final String MARK = "faultline-path=";

  private final Map<String, String> environment;
  private final Duration deadline;
  private boolean asked;
  private Optional<String> path = Optional.empty();

  LoginPath(Map<String, String> environment, Duration deadline) {
    this.environment = environment;
    this.deadline = deadline;
  }

  /** Blocks for the deadline at most; empty where there is no such shell or it does not tell. */
  synchronized Optional<String> ask() {
    if (!asked) {
      asked = true;
      path = askShell();
    }
    return path;
  }

  /** What was learned already, without asking. */
  synchronized Optional<String> known() {
    return path;
  }

  private Optional<String> askShell() {
    var shell = Optional.ofNullable(environment.get("SHELL")).filter(name -> !name.isBlank());
    if (shell.isEmpty()) {
      return Optional.empty();
    }
    // Interactive too: many set their PATH in .bashrc or .zshrc, which other shells pass over.
    var builder =
        new ProcessBuilder(shell.get(), "-l", "-i", "-c", "echo; echo " + MARK + "\"$PATH\"");
    try {
      return ProcessRun.run(builder, deadline)
          .output()
          .lines()
          .filter(line -> line.startsWith(MARK))
          .map(line -> line.substring(MARK.length()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // The plugin is then reported as not found, which says enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
