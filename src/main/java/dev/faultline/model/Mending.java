package dev.faultline.model;

import java.util.Optional;

/**
 * What a person says of an edge against what was found: their word counts for more.
 *
 * @param caller {@code namespace/name} of a workload
 * @param callee {@code namespace/name} of a workload or a Kubernetes Service, or {@code ext:host}
 * @param edgeClass what a missing edge is for; worked out as for any other if empty
 * @param reason why, in the person's words
 */
public record Mending(
    Verdict verdict, String caller, String callee, Optional<EdgeClass> edgeClass, String reason) {

  /** What is wrong with the edge. */
  public enum Verdict {
    /** It was found, and is no dependency. */
    NOT_SO,
    /** It was not found, or not believed, and is one. */
    MISSING
  }

  /** Whether it speaks of that edge. */
  public boolean isOf(Dependency dependency) {
    return caller.equals(dependency.caller().path()) && callee.equals(dependency.callee().path());
  }

  /** "by hand, not so: only named in a comment". */
  public String describe() {
    return switch (verdict) {
          case NOT_SO -> "by hand, not so: ";
          case MISSING -> "by hand, was missing: ";
        }
        + Redaction.text(reason);
  }
}
