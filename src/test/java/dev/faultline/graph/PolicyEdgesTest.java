package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyEdgesTest {

  private static final String THREE =
      String.join("---\n", deployment("order"), deployment("payment"), deployment("report"));

  @Test
  void aRuleThatNamesBothEndsIsAnAllowedEdge() {
    assertThat(
            edges(THREE, ingress("{matchLabels: {app: payment}}", "{matchLabels: {app: order}}")))
        .containsExactly("shop/order -> shop/payment application allowed firm");
  }

  @Test
  void anEgressRuleLeadsTheOtherWay() {
    var policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: order}}
          egress: [{to: [{podSelector: {matchLabels: {app: payment}}}]}]
        """;
    assertThat(edges(THREE, policy))
        .containsExactly("shop/order -> shop/payment application allowed firm");
  }

  @Test
  void aRuleForTheWholeNamespaceIsWeak() {
    assertThat(edges(THREE, ingress("{matchLabels: {app: payment}}", "{}")))
        .containsExactlyInAnyOrder(
            "shop/order -> shop/payment application allowed weak",
            "shop/report -> shop/payment application allowed weak");
  }

  @Test
  void aRuleWhoseSelectorMatchesNothingIsNoEdge() {
    assertThat(edges(THREE, ingress("{matchLabels: {app: gone}}", "{matchLabels: {app: order}}")))
        .isEmpty();
  }

  @Test
  void anAddressAndAPolicyAreOneEdgeWithTwoEvidences() {
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAYMENT_URL, value: 'http://payment'}]"),
                deployment("payment"),
                service("payment", 80),
                ingress("{matchLabels: {app: payment}}", "{matchLabels: {app: order}}")))
        .containsExactly("shop/order -> shop/payment application declared strong");
  }

  private static String ingress(String subject, String peer) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p, namespace: shop}
    spec:
      podSelector: %s
      ingress: [{from: [{podSelector: %s}]}]
    """
        .formatted(subject, peer);
  }
}
