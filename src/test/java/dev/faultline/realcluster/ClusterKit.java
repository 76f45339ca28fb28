package dev.faultline.realcluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripts and programs in {@code src/test/cluster}. */
final class ClusterKit {

  /** The exit code by which {@code build.sh} says that Go is missing. */
  private static final int NO_GO = 3;

  /** Eight minutes on two idle cores; the rest is for busy ones. */
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(40);

  private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(6);

  private final Path home =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/cluster").toAbsolutePath();

  /** Builds what is missing; the answer is empty, or says why this machine cannot. */
  Optional<String> build() {
    CommandResult result = run(BUILD_LIMIT, "build.sh");
    if (result.exit() == NO_GO) {
      return Optional.of(result.stderr().strip());
    }
    result.orFail();
    return Optional.empty();
  }

  /** Starts a cluster that ends with this JVM, however the JVM ends, and returns its kubeconfig. */
  Path start() {
    String me = Long.toString(ProcessHandle.current().pid());
    return Path.of(script("start.sh", "--while", me).orFail().stdout().strip());
  }

  CommandResult script(String name, String... arguments) {
    return run(SCRIPT_LIMIT, name, arguments);
  }

  Path file(String relative) {
    return home.resolve(relative);
  }

  Path program(String name) {
    return Optional.ofNullable(System.getenv("FAULTLINE_CLUSTER_BIN"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElseGet(() -> file("bin"))
        .resolve(name);
  }

  private CommandResult run(Duration atMost, String name, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add("bash");
    words.add(file(name).toString());
    words.addAll(List.of(arguments));
    return Command.run(atMost, words);
  }
}
