package dev.faultline.cluster;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.function.Consumer;

/** Where the state of one cluster comes from: live, simulated, from files or from the past. */
public interface StateSource extends AutoCloseable {

  ClusterId cluster();

  /** The newest state; never blocks. */
  ClusterState state();

  /**
   * Calls the listener with every newer state, one at a time, on a thread of the source. A slow
   * listener misses states in between, never the last one. A listener that throws is told of the
   * next state all the same.
   */
  Subscription subscribe(Consumer<ClusterState> listener);

  @Override
  void close();

  /** An end to being told. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
