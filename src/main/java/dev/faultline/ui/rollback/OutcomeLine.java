package dev.faultline.ui.rollback;

import java.util.List;

/**
 * How it ended.
 *
 * @param details notes, and failing pods with the last lines of their logs
 */
public record OutcomeLine(Tone tone, String sentence, List<String> details) {

  public OutcomeLine {
    details = List.copyOf(details);
  }

  /** What the end means. */
  public enum Tone {
    GOOD,
    DOUBTFUL,
    BAD,
    NOTHING
  }
}
