package dev.faultline.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the state is to come from, as the user asked for it. */
public sealed interface SourceChoice {

  /** The namespaces asked for; none means all. */
  List<String> namespaces();

  /**
   * Contexts of a kubeconfig; none named means the current one.
   *
   * @param secretAddresses reads the values of Secrets for the Services that they name, whatever
   *     the settings say
   */
  record Contexts(
      Optional<Path> kubeconfig,
      List<String> names,
      List<String> namespaces,
      boolean secretAddresses)
      implements SourceChoice {
    public Contexts {
      names = List.copyOf(names);
      namespaces = List.copyOf(namespaces);
    }

    /** Contexts of whose Secrets no more is read than the settings allow. */
    public Contexts(Optional<Path> kubeconfig, List<String> names, List<String> namespaces) {
      this(kubeconfig, names, namespaces, false);
    }

    /** The same, with the values of Secrets read for the Services that they name. */
    public Contexts withSecretAddresses() {
      return new Contexts(kubeconfig, names, namespaces, true);
    }
  }

  /** The simulated incident. */
  record Demo(List<String> namespaces) implements SourceChoice {
    public Demo {
      namespaces = List.copyOf(namespaces);
    }
  }

  /** A folder of manifests. */
  record Folder(Path folder, List<String> namespaces) implements SourceChoice {
    public Folder {
      namespaces = List.copyOf(namespaces);
    }
  }
}
