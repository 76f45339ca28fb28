package dev.faultline.rollback.watch;

import dev.faultline.model.Pod;
import java.util.List;

/** What one state of the cluster says of a goal. */
sealed interface Sight {

  /** One sentence, for progress and for the end. */
  String sentence();

  /** The state may be old: nothing is known. */
  record Blind(String sentence) implements Sight {}

  /** Not there yet. */
  record Waiting(String sentence) implements Sight {}

  /**
   * All that is asked for holds now.
   *
   * @param notes what could not be looked at
   */
  record Well(String sentence, List<String> notes) implements Sight {}

  /** All that can be seen holds, but not enough can be seen to be sure. */
  record Unsure(String sentence) implements Sight {}

  /** The controller will not go further by itself. */
  record HeldBack(String sentence) implements Sight {}

  /** The controller says, of this very change, that it got nowhere. */
  record Stuck(String sentence, List<Pod> pods) implements Sight {}

  /** Somebody changed it since, or it is gone. */
  record Superseded(String sentence) implements Sight {}
}
