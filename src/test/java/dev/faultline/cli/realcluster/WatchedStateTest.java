package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Health;
import dev.faultline.model.Kind;
import dev.faultline.model.Service;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services of a watched cluster, through the port: what they show while things happen. */
@OnRealCluster
class WatchedStateTest {

  private final RealCluster cluster;
  private final Night night;
  private final Links links;

  WatchedStateTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.night = new Night(cluster, home);
    this.links = new Links(cluster);
  }

  @BeforeEach
  void paymentRuns() {
    night.open("payment-db", "payment");
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
    links.close();
  }

  @Test
  void aReleaseByKubectlIsSeenWithItsVersionAndItsTrouble() throws InterruptedException {
    try (var linked = watch()) {
      var before =
          await(linked, "payment 1.4.2", service -> service.version().text().equals("1.4.2"));
      assertThat(before.health().status()).isEqualTo(Health.Status.HEALTHY);

      cluster.releaseBrokenPayment(night.namespace());

      var broken = await(linked, "restarts of 1.5.0", service -> service.restarts() > 0);
      assertThat(broken.version().text()).isEqualTo("1.5.0");
      assertThat(broken.health().status()).isNotEqualTo(Health.Status.HEALTHY);
      assertThat(broken.revisions())
          .extracting(revision -> revision.version().text())
          .containsExactly("1.5.0", "1.4.2");
    }
  }

  @Test
  void whileTheApiServerIsAwayTheStateSaysSinceWhenItIsStaleAndThenCatchesUp()
      throws InterruptedException {
    try (var linked = watch()) {
      var death = Instant.now();
      cluster.stopApiServer();
      ClusterState stale;
      try {
        stale =
            night.await(
                "staleness",
                linked.source()::state,
                state -> state.coverage(Kind.DEPLOYMENT) instanceof Coverage.Stale);
      } finally {
        cluster.startApiServer();
      }
      var coverage = (Coverage.Stale) stale.coverage(Kind.DEPLOYMENT);
      assertThat(coverage.since()).isBetween(death.minusSeconds(15), Instant.now());
      assertThat(payment(stale)).map(service -> service.version().text()).contains("1.4.2");

      cluster.releaseBrokenPayment(night.namespace());

      await(linked, "payment 1.5.0", service -> service.version().text().equals("1.5.0"));
      night.await(
          "a live state",
          linked.source()::state,
          state ->
              Links.KINDS.stream().allMatch(kind -> state.coverage(kind) instanceof Coverage.Live));
    }
  }

  @Test
  void afterTheServerForgotOurPlaceNoServiceIsEverMissing() throws InterruptedException {
    try (var linked = watch()) {
      var missing = new ConcurrentLinkedQueue<Instant>();
      Predicate<ClusterState> complete =
          state -> payment(state).filter(service -> !service.pods().isEmpty()).isPresent();
      try (var told =
          linked
              .source()
              .subscribe(
                  state -> {
                    if (!complete.test(state)) {
                      missing.add(state.at());
                    }
                  })) {
        assertThat(told).isNotNull();
        cluster.forgetAllPlaces();
        night.kubectl("delete", "statefulset", "payment-db");
        night.kubectl("set", "image", "deployment/payment", "payment=shop/payment:1.4.3");
        night.await(
            "the new place",
            linked.source()::state,
            state ->
                service(state, Kind.STATEFUL_SET, "payment-db").isEmpty()
                    && payment(state)
                        .filter(service -> service.revisions().size() == 2)
                        .isPresent());
      }
      assertThat(missing).isEmpty();
    }
  }

  private Service await(LinkedCluster linked, String what, Predicate<Service> wanted) {
    return night
        .await(
            what,
            () -> payment(linked.source().state()),
            service -> service.filter(wanted).isPresent())
        .orElseThrow();
  }

  private Optional<Service> payment(ClusterState state) {
    return service(state, Kind.DEPLOYMENT, "payment");
  }

  private Optional<Service> service(ClusterState state, Kind kind, String name) {
    return links.service(state, kind, night.namespace(), name);
  }

  /** A link of the viewer's, when all of it is there. */
  private LinkedCluster watch() throws InterruptedException {
    var linked = links.watch(RealCluster.VIEWER, night.namespace());
    await(linked, "payment healthy", s -> s.health().status() == Health.Status.HEALTHY);
    return linked;
  }
}
