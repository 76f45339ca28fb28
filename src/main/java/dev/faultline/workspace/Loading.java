package dev.faultline.workspace;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import java.time.Duration;

/**
 * Spares pictures while a cluster is being read: after the first that shows services nobody needs
 * another for every hundred objects, and to calculate them would hold up the one that is complete.
 * Events and the like are not waited for: they change no more than a word.
 */
final class Loading {

  /** So long names alone are shown; where reading takes longer, arrows are worth their time. */
  private static final Duration HASTE = Duration.ofSeconds(2);

  /** The next takes twice as long, and so on: there is more to calculate each time. */
  private static final Duration FIRST_PATIENCE = Duration.ofMillis(250);

  private final long hasteEnds;
  private ClusterState newest;
  private Duration patience = Duration.ZERO;

  Loading(ClusterState first) {
    this(first, HASTE);
  }

  /**
   * @param haste for how long from now names alone are enough
   */
  Loading(ClusterState first, Duration haste) {
    this.newest = first;
    this.hasteEnds = System.nanoTime() + haste.toNanos();
  }

  /** A newer state is known. */
  synchronized void newer(ClusterState state) {
    newest = state;
    notifyAll();
  }

  /**
   * The state to show instead of this one: it itself as long as no service was shown, or if it is
   * complete; else the newest, once that is complete or has had its time.
   */
  synchronized ClusterState settle(ClusterState state) {
    if (!isLoading(state) || patience.isZero()) {
      patience = hasServices(state) ? FIRST_PATIENCE : patience;
      return state;
    }
    long until = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toMillis();
          left > 0 && isLoading(newest);
          left = (until - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    patience = patience.multipliedBy(2);
    return newest;
  }

  /** Whether the whole will be there so soon that its dependencies need not be shown before. */
  boolean isHasty(ClusterState state) {
    return isLoading(state) && System.nanoTime() < hasteEnds;
  }

  private static boolean hasServices(ClusterState state) {
    return Kind.WORKLOADS.stream()
        .anyMatch(kind -> state.all(kind, ClusterObject.class).findAny().isPresent());
  }

  static boolean isLoading(ClusterState state) {
    return KindSets.GRAPH.stream()
        .map(state::coverage)
        .anyMatch(Coverage.Loading.class::isInstance);
  }
}
