package dev.faultline.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The contexts of the kubeconfig, and whether their clusters answer. */
public interface ContextLister {

  /** The contexts as the kubeconfig has them; no cluster is asked. */
  Listing known(Optional<Path> kubeconfig);

  /**
   * Tests every context, in parallel and within a deadline each; blocks until all are known.
   *
   * @param onFound told of each as soon as it is known, on a thread of its own
   */
  Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound);

  /**
   * What the kubeconfig holds.
   *
   * @param problems a sentence each about files that can't be used
   */
  record Listing(List<Context> contexts, List<String> problems) {
    public Listing {
      contexts = List.copyOf(contexts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * One context as it was found.
   *
   * @param current the one kubectl would use
   * @param state a version and what may be done there, or why it cannot be reached
   */
  record Context(
      String name,
      String server,
      boolean current,
      boolean protectedContext,
      boolean readOnly,
      State state) {}

  /** Whether a cluster answers. */
  sealed interface State {

    /** Nobody has asked it. */
    record NotTested() implements State {}

    /**
     * It answers.
     *
     * @param allNamespaces whether workloads of all namespaces may be listed
     * @param took from asking to the last answer
     */
    record Reachable(String version, boolean allNamespaces, List<String> rights, Duration took)
        implements State {
      public Reachable {
        rights = List.copyOf(rights);
      }
    }

    /** It does not, and why: one sentence. */
    record Unreachable(String sentence) implements State {}
  }
}
