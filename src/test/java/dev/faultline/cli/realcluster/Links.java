package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.fabric8.KubeContexts;
import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.cluster.fabric8.Scope;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.realcluster.RealCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Links through the port that watch one namespace; no failure of theirs stays silent. */
final class Links implements AutoCloseable {

  static final Set<Kind> KINDS =
      Set.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.CONTROLLER_REVISION,
          Kind.JOB,
          Kind.CRON_JOB,
          Kind.POD,
          Kind.SERVICE);

  private final RealCluster cluster;
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<LinkedCluster> open = new ConcurrentLinkedQueue<>();

  Links(RealCluster cluster) {
    this.cluster = cluster;
  }

  LinkedCluster watch(String user, String namespace) throws InterruptedException {
    var contexts = KubeContexts.read(Optional.of(cluster.kubeconfig()), Map.of(), Path.of("."));
    var clusters =
        new LiveClusters(
            Map.of("PATH", "/usr/bin:/bin"),
            InstantSource.system(),
            (what, cause) -> failures.add(what + ": " + cause),
            new SecretGuard(new byte[32]));
    var request =
        new LinkRequest(
            contexts.find(user).orElseThrow(),
            Scope.of(List.of(namespace)),
            KINDS,
            LinkRequest.Mode.WATCH,
            new LinkedCluster.Safety(false, false, false),
            Duration.ofMinutes(1));
    var opening = clusters.open(request);
    assertThat(opening).isInstanceOf(Opening.Linked.class);
    var linked = ((Opening.Linked) opening).cluster();
    open.add(linked);
    return linked;
  }

  Optional<Service> service(ClusterState state, Kind kind, String namespace, String name) {
    return ServiceCatalog.of(state).find(new ResourceRef(state.cluster(), kind, namespace, name));
  }

  /** A revision of a service by its version, as soon as the link shows it. */
  Revision revision(LinkedCluster linked, ResourceRef service, String version) {
    return cluster
        .await(
            version + " of " + service.name(),
            Night.SOON,
            () ->
                ServiceCatalog.of(linked.source().state()).find(service).stream()
                    .flatMap(found -> found.revisions().stream())
                    .filter(revision -> revision.version().text().equals(version))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() {
    open.forEach(LinkedCluster::close);
    assertThat(failures).isEmpty();
  }
}
