package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.model.ClusterState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first whole picture of each link that nobody has asked for yet. One a link: what changes
 * afterwards is quickly added once it is followed.
 */
final class PicturesAhead implements ClusterOpener.Ahead, AutoCloseable {

  private final Map<LinkedCluster, Optional<ClusterPicture>> pictures = new HashMap<>();
  private final Map<LinkedCluster, Subscription> subscriptions = new HashMap<>();

  @Override
  public synchronized void linked(LinkedCluster cluster) {
    pictures.put(cluster, Optional.empty());
    subscriptions.put(cluster, cluster.source().subscribe(state -> see(cluster, state)));
  }

  @Override
  public void letGo(LinkedCluster cluster) {
    take(cluster);
  }

  /** The picture that was made of the link, if there is one; no other will be made. */
  synchronized Optional<ClusterPicture> take(LinkedCluster cluster) {
    Optional.ofNullable(subscriptions.remove(cluster)).ifPresent(Subscription::close);
    return Optional.ofNullable(pictures.remove(cluster)).flatMap(made -> made);
  }

  @Override
  public synchronized void close() {
    List.copyOf(pictures.keySet()).forEach(this::letGo);
  }

  private void see(LinkedCluster cluster, ClusterState state) {
    if (!Loading.isLoading(state) && isWanted(cluster)) {
      keep(cluster, ClusterPicture.of(cluster, state));
    }
  }

  private synchronized boolean isWanted(LinkedCluster cluster) {
    return Optional.ofNullable(pictures.get(cluster)).filter(Optional::isEmpty).isPresent();
  }

  private synchronized void keep(LinkedCluster cluster, ClusterPicture picture) {
    pictures.computeIfPresent(cluster, (key, none) -> Optional.of(picture));
  }
}
