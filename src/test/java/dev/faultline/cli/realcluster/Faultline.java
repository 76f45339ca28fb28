package dev.faultline.cli.realcluster;

import dev.faultline.app.CommandLineRoot;
import dev.faultline.cli.text.Terminal;
import dev.faultline.rollback.journal.Journal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The command line within this JVM, composed as the product is, in a home of its own. */
final class Faultline {

  private final Path home;
  private final Map<String, String> more;

  Faultline(Path home, Path kubeconfig) {
    this(home, Map.of("KUBECONFIG", kubeconfig.toString()));
  }

  private Faultline(Path home, Map<String, String> more) {
    this.home = home;
    this.more = Map.copyOf(more);
  }

  /** The same home, with another kubeconfig. */
  Faultline with(Path otherKubeconfig) {
    return with("KUBECONFIG", otherKubeconfig.toString());
  }

  /** The same home, with one variable more or another value of it. */
  Faultline with(String variable, String value) {
    var all = new HashMap<>(more);
    all.put(variable, value);
    return new Faultline(home, all);
  }

  /** Runs a verb with nobody at the keyboard. */
  Ran run(String... words) {
    return run(new BufferedReader(new StringReader("")), words);
  }

  /** Runs a verb; whoever is asked first does something and then types that. */
  Ran run(Supplier<String> answer, String... words) {
    return run(new Keyboard(answer), words);
  }

  private Ran run(BufferedReader in, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), in, false);
    int exit = CommandLineRoot.run(environment(), terminal, words);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** Runs a verb beside the test, which meanwhile does things to the cluster. */
  Running start(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var in = new BufferedReader(new StringReader(""));
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), in, false);
    var exit =
        CompletableFuture.supplyAsync(
            () -> CommandLineRoot.run(environment(), terminal, words),
            task -> Thread.ofPlatform().name("verb").daemon().start(task));
    return new Running(out, exit.thenApply(code -> new Ran(code, out.toString(), err.toString())));
  }

  /** A verb that is not over yet. */
  record Running(StringWriter soFar, CompletableFuture<Ran> end) {
    String said() {
      return soFar.toString();
    }
  }

  /** Runs a verb as a process of its own, that can be killed. */
  ProcessBuilder process(String... words) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), "dev.faultline.Main"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  Path home() {
    return home;
  }

  Path settingsFile() {
    return home.resolve("config/faultline/settings.yaml");
  }

  Journal journal() {
    return new Journal(home.resolve("data/faultline"));
  }

  private Map<String, String> environment() {
    var all =
        new HashMap<>(
            Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString()));
    all.putAll(more);
    return all;
  }

  /** What Surefire put into the one jar that it starts its JVM with is named here. */
  private static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  /** Asks the test for each line, instead of a person. */
  private static final class Keyboard extends BufferedReader {
    private final Supplier<String> answer;

    Keyboard(Supplier<String> answer) {
      super(Reader.nullReader());
      this.answer = answer;
    }

    @Override
    public String readLine() {
      return answer.get();
    }
  }
}
