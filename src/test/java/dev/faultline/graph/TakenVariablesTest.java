package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import dev.faultline.model.Workload;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Variables that a container takes over whole, and what it sets itself beside them. */
class TakenVariablesTest {

  private static final String STORES =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: common, namespace: shop}
      data: {QUEUE_ENABLED: 'true', QUEUE_BROKERS: 'queue:9092', DB_HOST: db}
      ---
      """
          + deployment("queue")
          + "---\n"
          + service("queue", 9092)
          + "---\n"
          + deployment("db")
          + "---\n"
          + service("db", 80)
          + "---\n"
          + deployment("old-db")
          + "---\n"
          + service("old-db", 80);

  private static final String TO_DB = "shop/order -> shop/db store declared firm";
  private static final String TO_QUEUE = "shop/order -> shop/queue messaging declared strong";

  @Test
  void whatTheContainerSwitchesOffItselfIsAMentionThatSaysSo() {
    var graph = DependencyGraph.of(state(order("{name: QUEUE_ENABLED, value: 'false'}"), STORES));

    assertThat(graph.drawnAtFirst())
        .extracting(one -> one.callee().path())
        .containsExactly("shop/db");
    assertThat(graph.dependencies())
        .flatExtracting(one -> one.evidence())
        .extracting(Evidence::doubt)
        .contains(Optional.of("switched off by QUEUE_ENABLED"));
  }

  @Test
  void aVariableThatTheContainerSetsItselfWins() {
    assertThat(edges(order("{name: DB_HOST, value: old-db}"), STORES))
        .contains(
            "shop/order -> shop/db store declared weak",
            "shop/order -> shop/old-db store declared firm");
  }

  @Test
  void whatNobodySetsAnewIsTakenAsItIs() {
    assertThat(edges(order("{name: QUEUE_TOPIC, value: orders}"), STORES))
        .contains(TO_DB, TO_QUEUE);
  }

  @Test
  void anotherContainerMayStillGoByIt() {
    var both =
        order("{name: QUEUE_ENABLED, value: 'false'}")
            + "        - {name: side, image: side, envFrom: [{configMapRef: {name: common}}]}\n";

    assertThat(edges(both, STORES)).contains(TO_QUEUE);
  }

  @Test
  void aPrefixMakesItAnotherVariable() {
    var prefixed =
        order("{name: DB_HOST, value: old-db}")
            .replace("{configMapRef", "{prefix: X_, configMapRef");

    assertThat(edges(prefixed, STORES)).contains(TO_DB);
  }

  @Test
  void aSwitchThatIsThrownLaterCounts() {
    var first = state(order("{name: QUEUE_ENABLED, value: 'true'}"), STORES);
    var thrown =
        state(order("{name: QUEUE_ENABLED, value: 'false'}")).all(Kind.DEPLOYMENT, Workload.class);
    var later = first.apply(Instant.EPOCH, thrown.<StateChange>map(StateChange.Put::new).toList());
    var before = DependencyGraph.of(first);

    assertThat(before.next(later).dependencies())
        .isEqualTo(DependencyGraph.of(later).dependencies())
        .isNotEqualTo(before.dependencies());
  }

  private static String order(String variable) {
    return deployment(
        "order", "  envFrom: [{configMapRef: {name: common}}]", "  env: [" + variable + "]");
  }
}
