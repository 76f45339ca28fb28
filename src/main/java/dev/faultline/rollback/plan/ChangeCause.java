package dev.faultline.rollback.plan;

import java.util.Optional;

/**
 * The sentence a rollback leaves in the object's change-cause. The controller copies that
 * annotation onto the ReplicaSet it reuses, so the cause that stood there is quoted or it would be
 * lost.
 */
public final class ChangeCause {

  /** The annotation that {@code kubectl rollout history} prints. */
  public static final String ANNOTATION = "kubernetes.io/change-cause";

  /** Longest sentence, in characters; the old cause gives way first. */
  static final int LONGEST = 1024;

  private static final int LONGEST_REASON = 600;

  private ChangeCause() {}

  /**
   * "Rolled back 1.5.0 → 1.4.2: REASON (was: CAUSE)".
   *
   * @param was the cause of the revision that comes back
   */
  public static String of(
      RevisionPoint from, RevisionPoint to, String reason, Optional<String> was) {
    var sentence =
        "Rolled back %s → %s: %s"
            .formatted(
                Words.oneLine(from.labelBeside(to), 100),
                Words.oneLine(to.labelBeside(from), 100),
                Words.oneLine(reason, LONGEST_REASON));
    var frame = " (was: )";
    int left = LONGEST - sentence.length() - frame.length();
    return was.map(cause -> Words.oneLine(cause, left))
        .filter(cause -> !cause.isEmpty())
        .map(cause -> sentence + " (was: " + cause + ")")
        .orElse(sentence);
  }
}
