package dev.faultline.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which items of two sequences stay: for lines of a text, and for words of a line.
 *
 * <p>Myers' greedy algorithm (O(ND), 1986) as far as a bounded number of edits; what differs more
 * is first split at items that both sides have exactly once, as in a patience diff. What can't be
 * split counts as replaced, so that the time stays near linear however different the texts are.
 */
final class LineMatch {

  /** Edits Myers' algorithm may spend on one stretch; its memory grows with the square. */
  private static final int MOST_EDITS = 1_200;

  private static final int MOST_SPLITS = 12;

  private final int[] before;
  private final int[] after;

  /** For each item of {@code before} the index of its like in {@code after}, or -1. */
  private final int[] matches;

  private LineMatch(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.matches = new int[before.length];
    Arrays.fill(matches, -1);
  }

  /** For each item before the index it has after, rising; -1 for those that are gone. */
  static int[] of(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    var match = new LineMatch(numbered(before, numbers), numbered(after, numbers));
    match.range(0, match.before.length, 0, match.after.length, 0);
    return match.matches;
  }

  private static int[] numbered(List<String> items, Map<String, Integer> numbers) {
    var numbered = new int[items.size()];
    int i = 0;
    for (String item : items) {
      numbered[i++] = numbers.computeIfAbsent(item, any -> numbers.size());
    }
    return numbered;
  }

  private void range(int fromA, int toA, int fromB, int toB, int splits) {
    int a = fromA;
    int b = fromB;
    while (a < toA && b < toB && before[a] == after[b]) {
      matches[a++] = b++;
    }
    int endA = toA;
    int endB = toB;
    while (endA > a && endB > b && before[endA - 1] == after[endB - 1]) {
      matches[--endA] = --endB;
    }
    if (a == endA || b == endB || myers(a, endA, b, endB) || splits == MOST_SPLITS) {
      return;
    }
    int atA = a;
    int atB = b;
    for (int[] anchor : anchors(a, endA, b, endB)) {
      range(atA, anchor[0], atB, anchor[1], splits + 1);
      matches[anchor[0]] = anchor[1];
      atA = anchor[0] + 1;
      atB = anchor[1] + 1;
    }
    if (atA > a) {
      range(atA, endA, atB, endB, splits + 1);
    }
  }

  /** Matches a stretch if few enough edits lead from one side to the other. */
  private boolean myers(int fromA, int toA, int fromB, int toB) {
    int n = toA - fromA;
    int m = toB - fromB;
    int most = Math.min(n + m, MOST_EDITS);
    var trace = new ArrayList<int[]>();
    var reached = new int[2 * most + 3];
    for (int edits = 0; edits <= most; edits++) {
      for (int k = -edits; k <= edits; k += 2) {
        int at = most + 1 + k;
        boolean down = k == -edits || (k != edits && reached[at - 1] < reached[at + 1]);
        int x = down ? reached[at + 1] : reached[at - 1] + 1;
        int y = x - k;
        while (x < n && y < m && y >= 0 && before[fromA + x] == after[fromB + y]) {
          x++;
          y++;
        }
        reached[at] = x;
        if (x >= n && y >= m) {
          backtrack(trace, fromA, fromB, n, m, edits);
          return true;
        }
      }
      trace.add(Arrays.copyOfRange(reached, most + 1 - edits, most + 2 + edits));
    }
    return false;
  }

  private void backtrack(List<int[]> trace, int fromA, int fromB, int n, int m, int found) {
    int x = n;
    int y = m;
    for (int edits = found; edits > 0; edits--) {
      int[] reached = trace.get(edits - 1);
      int k = x - y;
      boolean down =
          k == -edits || (k != edits && at(reached, edits, k - 1) < at(reached, edits, k + 1));
      int previousK = down ? k + 1 : k - 1;
      int previousX = at(reached, edits, previousK);
      int previousY = previousX - previousK;
      int startX = down ? previousX : previousX + 1;
      while (x > startX) {
        matches[fromA + --x] = fromB + --y;
      }
      x = previousX;
      y = previousY;
    }
    while (x > 0 && y > 0) {
      matches[fromA + --x] = fromB + --y;
    }
  }

  /** How far diagonal k was reached with one edit less; a diagonal out of reach counts as 0. */
  private static int at(int[] reached, int edits, int k) {
    int index = k + edits - 1;
    return index < 0 || index >= reached.length ? -1 : reached[index];
  }

  /** Items that stand once on both sides, those of them that keep their order. */
  private List<int[]> anchors(int fromA, int toA, int fromB, int toB) {
    var once = new HashMap<Integer, int[]>();
    for (int i = fromA; i < toA; i++) {
      once.computeIfAbsent(before[i], any -> new int[] {0, 0, 0, 0});
      int[] seen = once.get(before[i]);
      seen[0]++;
      seen[1] = i;
    }
    for (int i = fromB; i < toB; i++) {
      int[] seen = once.get(after[i]);
      if (seen != null) {
        seen[2]++;
        seen[3] = i;
      }
    }
    var pairs =
        once.values().stream()
            .filter(seen -> seen[0] == 1 && seen[2] == 1)
            .map(seen -> new int[] {seen[1], seen[3]})
            .sorted((one, two) -> Integer.compare(one[0], two[0]))
            .toList();
    return longestRising(pairs);
  }

  private static List<int[]> longestRising(List<int[]> pairs) {
    var ends = new int[pairs.size()];
    var previous = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    var rising = new ArrayList<int[]>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      rising.add(pairs.get(i));
    }
    return rising.reversed();
  }
}
