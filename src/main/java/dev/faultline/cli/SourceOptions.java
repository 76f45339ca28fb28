package dev.faultline.cli;

import dev.faultline.workspace.SourceChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of source, the same for every verb. */
final class SourceOptions {

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "A context of the kubeconfig; repeat it for several clusters at once.")
  private List<String> contexts = List.of();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The kubeconfig to read instead of $$KUBECONFIG or ~/.kube/config.")
  private @Nullable Path kubeconfig;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "Only this namespace; repeat it for several. All namespaces without it.")
  private List<String> namespaces = List.of();

  @Option(
      names = "--demo",
      description = "The simulated shop with its incident; no cluster needed.")
  private boolean demo;

  @Option(
      names = "--manifests",
      paramLabel = "DIR",
      description = "A folder of YAML or JSON manifests, for reading only.")
  private @Nullable Path manifests;

  /** What was chosen; refuses choices that exclude each other. */
  SourceChoice choice() {
    int chosen = (demo ? 1 : 0) + (manifests == null ? 0 : 1);
    boolean cluster = !contexts.isEmpty() || kubeconfig != null;
    if (chosen > 1 || (chosen == 1 && cluster)) {
      throw CliFailure.noSuchThing(
          "--demo, --manifests and a context exclude each other: choose one source.");
    }
    if (demo) {
      return new SourceChoice.Demo(namespaces);
    }
    if (manifests != null) {
      return new SourceChoice.Folder(manifests, namespaces);
    }
    return new SourceChoice.Contexts(Optional.ofNullable(kubeconfig), contexts, namespaces);
  }

  Optional<Path> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }
}
