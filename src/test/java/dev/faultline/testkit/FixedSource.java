package dev.faultline.testkit;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.function.Consumer;

/** A state that never changes, told before {@link #subscribe} returns. */
public record FixedSource(ClusterState state) implements StateSource {

  @Override
  public ClusterId cluster() {
    return state.cluster();
  }

  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    listener.accept(state);
    return () -> {};
  }

  @Override
  public void close() {}
}
