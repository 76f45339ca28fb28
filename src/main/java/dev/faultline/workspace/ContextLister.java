package dev.faultline.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tests every context of the kubeconfig, in parallel and within a deadline each. */
public interface ContextLister {

  Listing list(Optional<Path> kubeconfig);

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

    /** It answers. */
    record Reachable(String version, List<String> rights) implements State {
      public Reachable {
        rights = List.copyOf(rights);
      }
    }

    /** It does not, and why: one sentence. */
    record Unreachable(String sentence) implements State {}
  }
}
