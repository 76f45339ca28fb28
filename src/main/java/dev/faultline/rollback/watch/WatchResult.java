package dev.faultline.rollback.watch;

import dev.faultline.model.Pod;
import java.util.List;

/** How watching a change ended. */
public sealed interface WatchResult {

  /** One sentence. */
  String sentence();

  /**
   * All that was asked for held through the settling time.
   *
   * @param notes what could not be looked at
   */
  record Verified(String sentence, List<String> notes) implements WatchResult {
    public Verified {
      notes = List.copyOf(notes);
    }
  }

  /** It was not seen to work; that is not to say that it does not. */
  record NotVerified(Why why, String sentence) implements WatchResult {}

  /** The target's pods fail. */
  record Failed(String sentence, List<Pod> pods) implements WatchResult {
    public Failed {
      pods = List.copyOf(pods);
    }
  }

  /** Why it was not seen. */
  enum Why {
    TIMEOUT,
    LINK_LOST,
    NOT_PERMITTED,
    SUPERSEDED,
    HELD_BACK,
    STOPPED
  }
}
