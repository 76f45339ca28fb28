package dev.faultline.cluster;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.util.Set;
import java.util.function.Consumer;

/** A source seen through a choice of namespaces, where the source itself always knows all. */
public record NamespacedSource(StateSource behind, Set<String> namespaces) implements StateSource {

  public NamespacedSource {
    namespaces = Set.copyOf(namespaces);
  }

  @Override
  public ClusterId cluster() {
    return behind.cluster();
  }

  @Override
  public ClusterState state() {
    return behind.state().within(namespaces);
  }

  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    return behind.subscribe(state -> listener.accept(state.within(namespaces)));
  }

  @Override
  public void close() {
    behind.close();
  }
}
