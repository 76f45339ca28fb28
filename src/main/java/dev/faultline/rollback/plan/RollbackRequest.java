package dev.faultline.rollback.plan;

import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody wants taken back, to where, and why.
 *
 * @param service the workload
 * @param targetRevision the identity of the revision that shall run again
 * @param reason goes into the journal and the change-cause; brought onto one line, secrets masked
 * @param undoOf the journal's ID of the rollback that this one undoes
 */
public record RollbackRequest(
    ResourceRef service,
    String targetRevision,
    String reason,
    Options options,
    Optional<String> undoOf) {

  /** Longest reason kept, in characters. */
  public static final int LONGEST_REASON = 600;

  public RollbackRequest {
    reason = Words.oneLine(Redaction.text(reason), LONGEST_REASON);
  }

  public static RollbackRequest of(
      ResourceRef service, String targetRevision, String reason, Options options) {
    return new RollbackRequest(service, targetRevision, reason, options, Optional.empty());
  }

  /** The same for another reason. */
  public RollbackRequest withReason(String other) {
    return new RollbackRequest(service, targetRevision, other, options, undoOf);
  }

  /**
   * How to go about it.
   *
   * @param settling how long everything must stay well before it counts as verified
   * @param timeout how long to watch at most, from the moment the patch was accepted
   * @param breakGlass go ahead although a GitOps controller or operator owns the workload
   */
  public record Options(Duration settling, Duration timeout, boolean breakGlass) {

    public static final Options DEFAULT =
        new Options(Duration.ofSeconds(10), Duration.ofMinutes(5), false);

    public Options withSettling(Duration other) {
      return new Options(other, timeout, breakGlass);
    }

    public Options withTimeout(Duration other) {
      return new Options(settling, other, breakGlass);
    }

    public Options withBreakGlass(boolean other) {
      return new Options(settling, timeout, other);
    }
  }
}
