package dev.faultline.rollback.journal;

import java.time.Instant;
import java.util.Map;

/** What came of an intent, in the order it was learnt. */
public sealed interface Step {

  Instant time();

  /** One sentence for people. */
  String sentence();

  /**
   * The cluster took the change.
   *
   * @param generation the object's, with the change
   * @param fingerprint of the object with the change, to tell later what else was changed since
   */
  record Applied(Instant time, String sentence, long generation, Map<String, String> fingerprint)
      implements Step {
    public Applied {
      fingerprint = Map.copyOf(fingerprint);
    }
  }

  /** It is over. */
  record Ended(Instant time, String sentence, Result result) implements Step {}

  /** How it ended. */
  enum Result {
    /** Applied, and the cluster showed that it works. */
    VERIFIED,
    /** Applied; whether it works was not seen. */
    NOT_VERIFIED,
    /** Applied; the pods of the target fail. */
    FAILED,
    /** Nothing was changed. */
    REFUSED,
    /** Sent, and never learnt whether it arrived. */
    UNKNOWN
  }
}
