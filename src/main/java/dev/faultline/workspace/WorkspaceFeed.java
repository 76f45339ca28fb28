package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Coalescer;
import dev.faultline.concurrent.FailureListener;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Mending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Follows every linked cluster and tells of each new {@link Workspace}. Floods are thinned to ten
 * pictures a second and cluster; calculating happens on a thread of this feed, never on the
 * caller's.
 */
public final class WorkspaceFeed implements AutoCloseable {

  private static final int PER_SECOND = 10;

  private final FailureListener failures;
  private final TrafficFollower telemetry;
  private final Function<ClusterId, List<Mending>> mendings;
  private final Map<ClusterId, ClusterTraffic> traffic = new ConcurrentHashMap<>();
  private final Map<ClusterId, Followed> followed = new LinkedHashMap<>();
  private final List<Consumer<Workspace>> listeners = new CopyOnWriteArrayList<>();
  private final PicturesAhead expected = new PicturesAhead();
  private Workspace workspace = Workspace.EMPTY;

  /**
   * @param failures told if a picture can't be calculated or a listener throws
   */
  public WorkspaceFeed(FailureListener failures) {
    this(failures, TrafficFollower.NONE);
  }

  /**
   * @param telemetry brings the traffic of what is linked
   */
  public WorkspaceFeed(FailureListener failures, TrafficFollower telemetry) {
    this(failures, telemetry, id -> List.of());
  }

  /**
   * @param mendings the edges of a cluster that were mended by hand
   */
  public WorkspaceFeed(
      FailureListener failures,
      TrafficFollower telemetry,
      Function<ClusterId, List<Mending>> mendings) {
    this.failures = failures;
    this.telemetry = telemetry;
    this.mendings = mendings;
  }

  private record Followed(
      LinkedCluster cluster,
      Subscription subscription,
      Subscription telemetry,
      Coalescer<ClusterState> states) {
    void end() {
      telemetry.close();
      subscription.close();
      states.close();
      cluster.close();
    }
  }

  /** Links that are likely to be followed soon: their first whole picture is made meanwhile. */
  public ClusterOpener.Ahead ahead() {
    return expected;
  }

  /** Follows the cluster until it is unlinked; one of the same name gives way to it. */
  public void link(LinkedCluster cluster) {
    unlink(cluster.source().cluster());
    var prepared = expected.take(cluster);
    var loading = new Loading(cluster.source().state());
    var states =
        new Coalescer<ClusterState>(
            "pictures of " + cluster.source().cluster(),
            PER_SECOND,
            state -> show(cluster, loading, loading.settle(state)),
            failures);
    var seen = telemetry.follow(cluster, news -> take(news, cluster, states));
    var subscription =
        cluster
            .source()
            .subscribe(
                state -> {
                  loading.newer(state);
                  states.offer(state);
                });
    synchronized (this) {
      followed.put(cluster.source().cluster(), new Followed(cluster, subscription, seen, states));
    }
    prepared.ifPresent(picture -> publish(cluster, picture.with(mendings.apply(picture.id()))));
    states.offer(cluster.source().state());
  }

  /** Stops following the cluster, and closes its link. */
  public void unlink(ClusterId id) {
    Followed old;
    synchronized (this) {
      old = followed.remove(id);
    }
    if (old != null) {
      old.end();
      traffic.remove(id);
      publish(without(id));
    }
  }

  /** Edges may have been mended: pictures follow. */
  public void mended() {
    List<Followed> all;
    synchronized (this) {
      all = List.copyOf(followed.values());
    }
    all.forEach(one -> one.states().offer(one.cluster().source().state()));
  }

  /** The cluster of that name if it is linked, though no picture of it may be there yet. */
  public synchronized Optional<LinkedCluster> linked(ClusterId id) {
    return Optional.ofNullable(followed.get(id)).map(Followed::cluster);
  }

  /** The newest; never blocks for long. */
  public synchronized Workspace workspace() {
    return workspace;
  }

  /** Tells of the newest at once, and of every later one, on threads of this feed. */
  public Subscription subscribe(Consumer<Workspace> listener) {
    listeners.add(listener);
    tell(listener, workspace());
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    List<Followed> all;
    synchronized (this) {
      all = List.copyOf(followed.values());
      followed.clear();
    }
    listeners.clear();
    expected.close();
    all.forEach(Followed::end);
  }

  /** On the thread that makes the pictures, so that none overtakes another. */
  private void take(ClusterTraffic news, LinkedCluster cluster, Coalescer<ClusterState> states) {
    if (!news.equals(traffic.put(cluster.source().cluster(), news))) {
      states.offer(cluster.source().state());
    }
  }

  private void show(LinkedCluster cluster, Loading loading, ClusterState state) {
    var picture =
        loading.isHasty(state) ? ClusterPicture.ofServices(cluster, state) : whole(cluster, state);
    publish(
        cluster,
        picture
            .with(traffic.getOrDefault(state.cluster(), ClusterTraffic.NONE))
            .with(mendings.apply(state.cluster())));
  }

  private ClusterPicture whole(LinkedCluster cluster, ClusterState state) {
    return workspace()
        .cluster(state.cluster())
        .filter(shown -> shown.linked() == cluster)
        .map(shown -> isSame(shown, state) ? shown : shown.next(state))
        .orElseGet(() -> ClusterPicture.of(cluster, state));
  }

  /** Only its traffic is new: nothing else has to be calculated again. */
  private static boolean isSame(ClusterPicture shown, ClusterState state) {
    return shown.state() == state && !shown.isLoading();
  }

  private void publish(LinkedCluster cluster, ClusterPicture picture) {
    Workspace next;
    synchronized (this) {
      var current = followed.get(picture.id());
      if (current == null || current.cluster() != cluster || isOlder(picture)) {
        return; // Unlinked, or overtaken, while it was calculated.
      }
      next = with(picture);
      workspace = next;
    }
    listeners.forEach(listener -> tell(listener, next));
  }

  /** The state at the moment of linking may be offered after one that came since. */
  private boolean isOlder(ClusterPicture picture) {
    return workspace
        .cluster(picture.id())
        .filter(shown -> shown.linked() == picture.linked())
        .filter(shown -> shown.state().at().isAfter(picture.state().at()))
        .isPresent();
  }

  private synchronized Workspace with(ClusterPicture picture) {
    var pictures = new ArrayList<>(workspace.clusters());
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).id().equals(picture.id())) {
        pictures.set(i, picture);
        return new Workspace(pictures);
      }
    }
    pictures.add(picture);
    return new Workspace(pictures);
  }

  private synchronized Workspace without(ClusterId id) {
    return new Workspace(
        workspace.clusters().stream().filter(picture -> !picture.id().equals(id)).toList());
  }

  private void publish(Workspace next) {
    synchronized (this) {
      workspace = next;
    }
    listeners.forEach(listener -> tell(listener, next));
  }

  private void tell(Consumer<Workspace> listener, Workspace next) {
    try {
      listener.accept(next);
    } catch (RuntimeException e) {
      failures.failed("showing what is linked", e);
    }
  }
}
