package dev.faultline.cluster.fabric8;

import dev.faultline.model.Coverage;
import dev.faultline.model.StateChange;
import java.util.function.Consumer;

/**
 * Passes on how far a kind is known only once it has been read: a kind that a cluster may lack, or
 * that few may read, is not missed.
 */
final class SilentCoverage implements Consumer<StateChange> {

  private final Consumer<StateChange> feed;
  private boolean wasRead;

  SilentCoverage(Consumer<StateChange> feed) {
    this.feed = feed;
  }

  @Override
  public synchronized void accept(StateChange change) {
    if (change instanceof StateChange.Covered covered) {
      wasRead |= covered.coverage() instanceof Coverage.Live;
      if (!wasRead || covered.coverage() instanceof Coverage.Forbidden) {
        return;
      }
    }
    feed.accept(change);
  }
}
