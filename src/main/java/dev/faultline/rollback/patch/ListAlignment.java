package dev.faultline.rollback.patch;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which items of two lists belong together: equal ones, ones of the same name, and at the
 * worst two objects that have no name. The order of both lists is kept.
 */
final class ListAlignment {

  /**
   * Beyond this many pairs a list is replaced whole: the table would cost more than it is worth.
   */
  static final int MOST_PAIRS = 100_000;

  private static final int EQUAL = 4;
  private static final int SAME_NAME = 3;
  private static final int BOTH_NAMELESS = 1;
  private static final int STRANGERS = 0;

  private final List<Json> left;
  private final List<Json> right;
  private final int[][] best;

  /** One step of the walk along both lists. */
  sealed interface Step {}

  /** The items at these places belong together. */
  record Both(int left, int right) implements Step {}

  /** The item is in the left list alone. */
  record OnlyLeft(int left) implements Step {}

  /** The item is in the right list alone. */
  record OnlyRight(int right) implements Step {}

  private ListAlignment(List<Json> left, List<Json> right) {
    this.left = left;
    this.right = right;
    this.best = new int[left.size() + 1][right.size() + 1];
  }

  /** The walk with the most in common, or empty if the lists are too long to compare. */
  static Optional<List<Step>> of(List<Json> left, List<Json> right) {
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      return Optional.empty();
    }
    var alignment = new ListAlignment(left, right);
    alignment.fill();
    return Optional.of(alignment.walk());
  }

  private void fill() {
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        int likeness = likeness(i, j);
        int together = likeness == STRANGERS ? 0 : likeness + best[i + 1][j + 1];
        best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
  }

  private List<Step> walk() {
    var steps = new ArrayList<Step>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      int likeness = likeness(i, j);
      if (likeness != STRANGERS && best[i][j] == likeness + best[i + 1][j + 1]) {
        steps.add(new Both(i++, j++));
      } else if (best[i][j] == best[i + 1][j]) {
        steps.add(new OnlyLeft(i++));
      } else {
        steps.add(new OnlyRight(j++));
      }
    }
    while (i < left.size()) {
      steps.add(new OnlyLeft(i++));
    }
    while (j < right.size()) {
      steps.add(new OnlyRight(j++));
    }
    return steps;
  }

  private int likeness(int i, int j) {
    Json a = left.get(i);
    Json b = right.get(j);
    if (a.equals(b)) {
      return EQUAL;
    }
    if (!(a instanceof JsonObject one) || !(b instanceof JsonObject other)) {
      return STRANGERS;
    }
    var name = one.text("name");
    var otherName = other.text("name");
    if (name.isEmpty() && otherName.isEmpty()) {
      return BOTH_NAMELESS;
    }
    return name.equals(otherName) ? SAME_NAME : STRANGERS;
  }
}
