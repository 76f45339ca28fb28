package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.model.Kind;
import java.time.Duration;
import java.util.Set;

/**
 * How to link to a cluster.
 *
 * @param kinds to read; see {@link Kinds}
 * @param safety what the user set for the context
 * @param deadline for the link, and in a snapshot for all that is read
 * @param secretAddresses whether, where configuration is read, the values of Secrets are read too,
 *     for the Services that they name
 */
public record LinkRequest(
    KubeContext context,
    Scope scope,
    Set<Kind> kinds,
    Mode mode,
    Safety safety,
    Duration deadline,
    boolean secretAddresses) {

  /** Whether to stay. */
  public enum Mode {
    /**
     * As {@link #SNAPSHOT}, without manifests and what they name: a list of services needs none.
     */
    SUMMARY,
    /** Read once; the state is complete when the link is there, and never changes. */
    SNAPSHOT,
    /** Follow every change; kinds fill up after the link is there. */
    WATCH
  }

  public LinkRequest {
    kinds = Set.copyOf(kinds);
  }

  /** A link over which no value of a Secret is asked for. */
  public LinkRequest(
      KubeContext context,
      Scope scope,
      Set<Kind> kinds,
      Mode mode,
      Safety safety,
      Duration deadline) {
    this(context, scope, kinds, mode, safety, deadline, false);
  }

  /** Whether the values of Secrets are wanted: only a graph has a use for what they name. */
  boolean readsSecrets() {
    return secretAddresses && mode != Mode.SUMMARY && kinds.contains(Kind.CONFIG_MAP);
  }
}
