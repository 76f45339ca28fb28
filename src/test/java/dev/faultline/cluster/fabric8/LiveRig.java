package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.realcluster.RealCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** What the tests on the real control plane share: links that are closed, and no silent failure. */
final class LiveRig implements AutoCloseable {

  static final Duration SOON = Duration.ofSeconds(60);

  final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  final LiveClusters clusters =
      new LiveClusters(
          Map.of("PATH", "/usr/bin:/bin"),
          InstantSource.system(),
          (what, cause) -> failures.add(what + ": " + cause),
          new SecretGuard("test".getBytes(StandardCharsets.UTF_8)));

  private final RealCluster cluster;
  private final ConcurrentLinkedQueue<LinkedCluster> open = new ConcurrentLinkedQueue<>();

  LiveRig(RealCluster cluster) {
    this.cluster = cluster;
  }

  KubeContext context(String name) {
    return KubeContexts.read(Optional.of(cluster.kubeconfig()), Map.of(), Path.of("."))
        .find(name)
        .orElseThrow();
  }

  LinkedCluster snapshot(String user, Scope scope, Set<Kind> kinds) throws InterruptedException {
    return open(user, scope, kinds, LinkRequest.Mode.SNAPSHOT);
  }

  /** With the values of Secrets read for what they name, as somebody asked for. */
  LinkedCluster withSecrets(String user, Scope scope, Set<Kind> kinds, LinkRequest.Mode mode)
      throws InterruptedException {
    return open(user, scope, kinds, mode, true);
  }

  LinkedCluster watch(String user, Scope scope, Set<Kind> kinds) throws InterruptedException {
    return open(user, scope, kinds, LinkRequest.Mode.WATCH);
  }

  private LinkedCluster open(String user, Scope scope, Set<Kind> kinds, LinkRequest.Mode mode)
      throws InterruptedException {
    return open(user, scope, kinds, mode, false);
  }

  private LinkedCluster open(
      String user, Scope scope, Set<Kind> kinds, LinkRequest.Mode mode, boolean secrets)
      throws InterruptedException {
    var safety = new Safety(false, false, false);
    var request = new LinkRequest(context(user), scope, kinds, mode, safety, SOON, secrets);
    var opening = clusters.open(request);
    assertThat(opening).isInstanceOf(Opening.Linked.class);
    var linked = ((Opening.Linked) opening).cluster();
    open.add(linked);
    return linked;
  }

  static Scope.Within in(String namespace) {
    return new Scope.Within(List.of(namespace));
  }

  ClusterState await(LinkedCluster linked, String what, Predicate<ClusterState> wanted) {
    return cluster.await(what, SOON, linked.source()::state, wanted);
  }

  static boolean isLive(ClusterState state, Kind kind) {
    return state.coverage(kind) instanceof Coverage.Live;
  }

  static boolean isStale(ClusterState state, Kind kind) {
    return state.coverage(kind) instanceof Coverage.Stale;
  }

  @Override
  public void close() {
    open.forEach(LinkedCluster::close);
    assertThat(failures).isEmpty();
  }
}
