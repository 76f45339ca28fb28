package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.function.Consumer;

/** A state read once, for a verb that looks, answers and ends. */
record FixedState(ClusterState state, Runnable onClose) implements StateSource {

  @Override
  public ClusterId cluster() {
    return state.cluster();
  }

  /** There is no newer state, so the listener is never called. */
  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    return () -> {};
  }

  @Override
  public void close() {
    onClose.run();
  }
}
