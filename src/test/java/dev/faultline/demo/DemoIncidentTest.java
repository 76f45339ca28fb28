package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Health;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.model.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DemoIncidentTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:40:00Z");

  private final DemoClock clock = DemoClock.standingAt(NOW);
  private final DemoCluster demo = DemoCluster.incident(clock);

  @Test
  void payment_crashes_order_has_nobody_ready_and_the_gateway_is_short_of_pods() {
    assertThat(health())
        .containsEntry("shop/payment", Health.Status.FAILING)
        .containsEntry("shop/order", Health.Status.FAILING)
        .containsEntry("shop/gateway", Health.Status.DEGRADED);
  }

  @Test
  void everything_else_is_well() {
    var others = new TreeMap<>(health());
    others.keySet().removeAll(List.of("shop/payment", "shop/order", "shop/gateway"));
    assertThat(others).hasSizeGreaterThan(9);
    assertThat(others.values()).containsOnly(Health.Status.HEALTHY);
  }

  @Test
  void it_stays_so_for_as_long_as_nobody_does_anything() {
    for (int minute = 0; minute < 45; minute++) {
      clock.advance(Duration.ofSeconds(61));
      assertThat(health())
          .containsEntry("shop/payment", Health.Status.FAILING)
          .containsEntry("shop/order", Health.Status.FAILING)
          .containsEntry("shop/gateway", Health.Status.DEGRADED);
    }
  }

  @Test
  void the_newest_release_is_not_the_culprit() {
    var newest =
        services().stream()
            .filter(service -> service.ref().kind().equals(Kind.DEPLOYMENT))
            .max(Comparator.comparing(DemoIncidentTest::released))
            .orElseThrow();
    assertThat(newest.ref().name()).isEqualTo("user");
    assertThat(service("payment").version().text()).isEqualTo("1.5.0");
  }

  @Test
  void there_are_some_thirty_revisions_with_their_causes() {
    var revisions = services().stream().flatMap(service -> service.revisions().stream()).toList();
    assertThat(revisions.stream().filter(r -> r.heldBy().kind().equals(Kind.REPLICA_SET)).count())
        .isBetween(28L, 34L);
    assertThat(service("payment").revisions())
        .extracting(revision -> revision.version().text())
        .containsExactly("1.5.0", "1.4.2", "1.4.1", "1.4.0", "1.3.1", "1.3.0", "1.2.0");
    assertThat(service("payment").revisions())
        .allSatisfy(revision -> assertThat(revision.changeCause()).isPresent());
  }

  @Test
  void payment_back_on_its_last_version_heals_the_chain_within_a_minute() {
    rollBack("payment", previous(service("payment")));
    clock.advance(Duration.ofSeconds(60));

    assertThat(health().values()).containsOnly(Health.Status.HEALTHY);
  }

  @TestFactory
  Stream<DynamicTest> the_way_back_of_anything_else_does_not_heal() {
    return services().stream()
        .filter(service -> service.ref().kind().equals(Kind.DEPLOYMENT))
        .filter(service -> !service.ref().equals(DemoShop.CULPRIT))
        .filter(service -> service.ref().namespace().equals("shop"))
        .map(
            service ->
                DynamicTest.dynamicTest(
                    service.ref().name(),
                    () -> {
                      var other = new DemoIncidentTest();
                      other.rollBack(service.ref().name(), previous(service));
                      other.clock.advance(Duration.ofMinutes(3));
                      assertThat(other.health())
                          .containsEntry("shop/payment", Health.Status.FAILING)
                          .doesNotContainEntry("shop/order", Health.Status.HEALTHY)
                          .doesNotContainEntry("shop/gateway", Health.Status.HEALTHY);
                    }));
  }

  @Test
  void the_same_start_gives_the_same_cluster_to_the_last_letter() {
    var other = DemoCluster.incident(DemoClock.standingAt(NOW));
    assertThat(dump(other)).isEqualTo(dump(demo));
  }

  @Test
  void it_opens_in_less_than_the_blink_of_an_eye() {
    // Processor time, as a machine that is busy otherwise tells nothing of us.
    var threads = ManagementFactory.getThreadMXBean();
    var fastest = Duration.ofHours(1);
    for (int i = 0; i < 10; i++) {
      long start = threads.getCurrentThreadCpuTime();
      DemoCluster.incident(DemoClock.standingAt(NOW));
      var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
      fastest = took.compareTo(fastest) < 0 ? took : fastest;
    }
    assertThat(fastest).isLessThan(Duration.ofMillis(300));
  }

  @Test
  void no_secret_value_reaches_the_state_or_a_reading() {
    var state = new StringBuilder();
    demo.source()
        .state()
        .all(Kind.SECRET, dev.faultline.model.Configuration.class)
        .forEach(state::append);
    var secret = DemoShop.CULPRIT.sibling(Kind.SECRET, "payment-db");
    var reading = demo.actions().read(secret);
    assertThat(reading).isInstanceOf(Reading.Found.class);
    for (String planted : List.of("pl4nted-ledger-pw", "cGw0bnRlZC1sZWRnZXItcHc=")) {
      assertThat(state.toString() + reading).doesNotContain(planted);
    }
  }

  private Map<String, Health.Status> health() {
    var health = new TreeMap<String, Health.Status>();
    services().forEach(service -> health.put(service.ref().path(), service.health().status()));
    return health;
  }

  private List<Service> services() {
    return ServiceCatalog.of(demo.source().state()).services();
  }

  private Service service(String name) {
    return services().stream()
        .filter(service -> service.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Instant released(Service service) {
    return service.currentRevision().flatMap(revision -> revision.created()).orElseThrow();
  }

  private static ResourceRef previous(Service service) {
    return service.revisions().get(1).heldBy();
  }

  private void rollBack(String name, ResourceRef to) {
    var deployment = read(DemoShop.CULPRIT.sibling(Kind.DEPLOYMENT, name));
    var template = read(to).podTemplate().without("metadata", "labels", "pod-template-hash");
    var patch =
        new Write.Patch(
            deployment.ref(DemoCluster.ID),
            List.of(new PatchOperation.Replace(List.of("spec", "template"), template)),
            new Write.Precondition(deployment.uid(), deployment.resourceVersion()),
            false);
    assertThat(demo.actions().write(patch)).isInstanceOf(WriteResult.Accepted.class);
  }

  private Manifest read(ResourceRef ref) {
    return ((Reading.Found) demo.actions().read(ref)).manifest();
  }

  private static Map<ResourceRef, JsonObject> dump(DemoCluster cluster) {
    return cluster.inside(
        simulation -> {
          var all = new TreeMap<ResourceRef, JsonObject>();
          for (Kind kind : List.of(Kind.POD, Kind.REPLICA_SET, Kind.DEPLOYMENT, Kind.EVENT)) {
            simulation.store().list(kind).forEach(m -> all.put(m.ref(DemoCluster.ID), m.tree()));
          }
          return all;
        });
  }
}
