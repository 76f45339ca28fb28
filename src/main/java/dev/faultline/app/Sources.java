package dev.faultline.app;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NamespacedSource;
import dev.faultline.cluster.NoActions;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.cluster.manifests.Problem;
import dev.faultline.demo.DemoSession;
import dev.faultline.model.Kind;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Opens whatever the user chose: contexts, the demo, or a folder of manifests. */
final class Sources implements ClusterOpener {

  private static final String ONLY_FILES =
      "a folder of manifests can be read, not changed; name a context to act on a cluster";

  private final KubeSources contexts;
  private final Path demoSession;
  private final Clock clock;

  Sources(KubeSources contexts, Path demoSession, Clock clock) {
    this.contexts = contexts;
    this.demoSession = demoSession;
    this.clock = clock;
  }

  @Override
  public Opened open(SourceChoice choice, Set<Kind> kinds, Look look) {
    return switch (choice) {
      case SourceChoice.Contexts chosen -> contexts.open(chosen, kinds, look);
      case SourceChoice.Demo demo -> demo(demo);
      case SourceChoice.Folder folder -> folder(folder);
    };
  }

  @Override
  public void expect(SourceChoice choice, Set<Kind> kinds, Look look, Ahead ahead) {
    if (choice instanceof SourceChoice.Contexts expected) {
      contexts.expect(expected, kinds, look, ahead);
    }
  }

  private Opened demo(SourceChoice.Demo choice) {
    var demo = DemoSession.open(demoSession, clock);
    var linked =
        new LinkedCluster(
            within(demo.source(), choice.namespaces()), demo.actions(), demo.safety());
    return new Opened(List.of(linked), List.of());
  }

  private Opened folder(SourceChoice.Folder choice) {
    try {
      var folder = ManifestFolder.read(choice.folder(), clock);
      var notes =
          folder.problems().stream()
              .filter(problem -> problem.weight() == Problem.Weight.SKIPPED)
              .map(problem -> "skipped " + problem.describe())
              .toList();
      var linked =
          new LinkedCluster(
              within(folder, choice.namespaces()),
              new NoActions(ONLY_FILES),
              new Safety(false, true, false));
      return new Opened(List.of(linked), notes);
    } catch (IOException e) {
      return new Opened(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  private static StateSource within(StateSource source, List<String> namespaces) {
    return namespaces.isEmpty() ? source : new NamespacedSource(source, Set.copyOf(namespaces));
  }
}
