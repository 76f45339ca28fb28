package dev.faultline.cluster.manifests;

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * Something in a folder that is not in the state, and why.
 *
 * @param file relative to the folder, with {@code /} between its parts
 * @param line counted from 1, where one can be named
 * @param weight whether it should have been there
 */
public record Problem(String file, OptionalInt line, String reason, Weight weight)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(problem -> problem.line().orElse(0))
          .thenComparing(Problem::reason);

  /** How much it matters. */
  public enum Weight {
    /** Could not be read: the state may lack something. */
    SKIPPED,
    /** Not meant to be read: a template, a list of values, a note of another tool. */
    PASSED_OVER
  }

  static Problem skipped(String file, String reason) {
    return new Problem(file, OptionalInt.empty(), reason, Weight.SKIPPED);
  }

  static Problem skipped(String file, int line, String reason) {
    return new Problem(file, OptionalInt.of(line), reason, Weight.SKIPPED);
  }

  static Problem passedOver(String file, String reason) {
    return new Problem(file, OptionalInt.empty(), reason, Weight.PASSED_OVER);
  }

  /** "base/web.yaml, line 12: …". */
  public String describe() {
    var place = line.isPresent() ? file + ", line " + line.getAsInt() : file;
    return place + ": " + reason;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
