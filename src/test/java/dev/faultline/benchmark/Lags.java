package dev.faultline.benchmark;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far a state, and a listener that is told of it, are behind what was sent. */
final class Lags {

  private final List<ChangingObjects> kinds;
  private final List<Long> state = new ArrayList<>();
  private final List<Long> listener = new ArrayList<>();
  private ClusterState seen;
  private int[] newest;

  /** What was measured, in milliseconds. */
  record Figures(int samples, long median, long p99, long longest) {
    @Override
    public String toString() {
      return "median " + median + ", 99% " + p99 + ", most " + longest + " (" + samples + ")";
    }
  }

  Lags(List<ChangingObjects> kinds) {
    this.kinds = kinds;
    this.newest = new int[kinds.size()];
    this.seen = ClusterState.empty(new ClusterId(""), Instant.EPOCH);
  }

  /** The state as anybody would find it at this moment. */
  void look(ClusterState now) {
    if (now != seen) {
      seen = now;
      newest = newestIn(now);
    }
    state.add(behind(newest));
  }

  /** A state at the moment when a listener is given it. */
  synchronized void told(ClusterState now) {
    listener.add(behind(newestIn(now)));
  }

  Figures ofState() {
    return figures(state);
  }

  synchronized Figures ofListener() {
    return figures(listener);
  }

  /** For how long the oldest change that is not in the state has been on its way. */
  private long behind(int[] have) {
    long now = System.nanoTime();
    long most = 0;
    for (int i = 0; i < have.length; i++) {
      var objects = kinds.get(i);
      if (objects.sent() > have[i]) {
        most = Math.max(most, now - objects.sentAt(have[i] + 1));
      }
    }
    return most / 1_000_000;
  }

  private int[] newestIn(ClusterState now) {
    return kinds.stream()
        .mapToInt(
            kind ->
                now.all(kind.kind(), ClusterObject.class)
                    .mapToInt(object -> Integer.parseInt(object.meta().resourceVersion()))
                    .max()
                    .orElse(0))
        .toArray();
  }

  private static Figures figures(List<Long> samples) {
    var sorted = samples.stream().sorted().toList();
    return new Figures(
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast());
  }
}
