package dev.faultline.cli;

import dev.faultline.cli.text.Terminal;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.NamespacedSource;
import dev.faultline.cluster.NoActions;
import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Types verbs against one demo that lives on between them, a minute of it in a second. */
final class Shell implements AutoCloseable {

  private static final double SPEED = 60;

  private final DemoClock clock = DemoClock.following(Clock.systemUTC(), SPEED);
  private final DemoCluster demo = DemoCluster.incident(clock);
  private final Path folder;
  private LinkedCluster.Safety safety = new LinkedCluster.Safety(false, false, true);

  Shell(Path folder) {
    this.folder = folder;
  }

  /** What came back. */
  record Answer(int exitCode, String out, String err) {
    JsonObject json() {
      return (JsonObject) JsonCodec.read(out);
    }

    String all() {
      return out + err;
    }
  }

  Shell protectedContext() {
    safety = new LinkedCluster.Safety(true, false, true);
    return this;
  }

  DemoCluster demo() {
    return demo;
  }

  Answer type(String... arguments) {
    return typeAndAnswer("", arguments);
  }

  Answer typeAndAnswer(String input, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader(input)),
            false);
    var tools =
        new Toolbox(
            this::open,
            new NoContexts(),
            new NoTraffic(),
            id -> List.of(),
            terminal,
            clock,
            new Journal(folder),
            "tester",
            folder.resolve("log"));
    int code = FaultlineCommand.run(tools, arguments);
    return new Answer(code, out.toString(), err.toString());
  }

  private Opened open(SourceChoice choice, Set<dev.faultline.model.Kind> kinds, Look look) {
    return switch (choice) {
      case SourceChoice.Demo chosen -> {
        var all = demo.linked();
        var source =
            chosen.namespaces().isEmpty()
                ? all.source()
                : new NamespacedSource(all.source(), Set.copyOf(chosen.namespaces()));
        yield new Opened(
            List.of(new LinkedCluster(new Kept(source), all.actions(), safety)), List.of());
      }
      case SourceChoice.Folder chosen -> folder(chosen);
      case SourceChoice.Contexts ignored -> new Opened(List.of(), List.of("no context is chosen"));
    };
  }

  private Opened folder(SourceChoice.Folder chosen) {
    try {
      var files = ManifestFolder.read(chosen.folder(), clock);
      var linked =
          new LinkedCluster(
              files, new NoActions("only files"), new LinkedCluster.Safety(false, true, false));
      return new Opened(List.of(linked), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    demo.close();
  }

  /** There are no telemetry servers on this machine. */
  private static final class NoTraffic implements TrafficReader {
    @Override
    public List<TrafficReading> read(
        TrafficChoice choice, LinkedCluster cluster, TrafficQuestion question) {
      return choice.servers().keySet().stream()
          .<TrafficReading>map(
              kind -> new TrafficReading.Unanswered(kind.title(), "it refuses the connection"))
          .toList();
    }

    @Override
    public Map<String, String> names() {
      return Map.of();
    }
  }

  /** There is no kubeconfig on this machine. */
  private static final class NoContexts implements ContextLister {
    @Override
    public Listing known(Optional<Path> kubeconfig) {
      return new Listing(List.of(), List.of());
    }

    @Override
    public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
      return known(kubeconfig);
    }
  }
}
