package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ConfigMaps that an application reads through the API server, without any reference to them. */
class ConfigurationByNameTest {

  private static final String CALLEES =
      deployment("payment")
          + "---\n"
          + service("payment", 80)
          + "---\n"
          + deployment("db")
          + "---\n"
          + service("db", 27017);

  private static final String OWN =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: order, namespace: shop}
      data:
        application.yml: |
          spring:
            cloud:
              gateway:
                routes:
                  - id: payment
                    uri: lb://payment
        application.properties: |
          spring.data.mongodb.host: db
      """;

  @Test
  void springsFilesInAConfigMapOfTheApplicationsNameAreRead() {
    assertThat(edges(deployment("order"), OWN, CALLEES))
        .containsExactly(
            "shop/order -> shop/db store declared firm",
            "shop/order -> shop/payment application declared strong");
  }

  @Test
  void whatAnotherWorkloadRefersToIsThatOnes() {
    var other = deployment("web", "  envFrom: [{configMapRef: {name: order}}]");

    assertThat(edges(deployment("order"), other, OWN, CALLEES))
        .isNotEmpty()
        .noneMatch(edge -> edge.startsWith("shop/order"));
  }

  @Test
  void otherFilesThatNobodyRefersToSayNothing() {
    assertThat(edges(deployment("order"), OWN.replace("application.", "payment."), CALLEES))
        .isEmpty();
  }

  @Test
  void aConfigMapThatComesLaterCounts() {
    var before = DependencyGraph.of(state(deployment("order"), CALLEES));
    var later = state(deployment("order"), OWN, CALLEES);

    assertThat(before.next(later).dependencies())
        .hasSize(2)
        .isEqualTo(DependencyGraph.of(later).dependencies());
  }
}
