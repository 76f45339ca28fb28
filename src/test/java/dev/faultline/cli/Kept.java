package dev.faultline.cli;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.function.Consumer;

/** A source that outlives the verb that closes it. */
record Kept(StateSource behind) implements StateSource {

  @Override
  public ClusterId cluster() {
    return behind.cluster();
  }

  @Override
  public ClusterState state() {
    return behind.state();
  }

  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    return behind.subscribe(listener);
  }

  @Override
  public void close() {
    // The next verb needs it.
  }
}
