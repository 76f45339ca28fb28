package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where calls from outside come in is part of the graph. */
class GraphEntriesTest {

  private static final String SHOP =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: main, image: "registry.example/web:1"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  private static final String INGRESS =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: front, namespace: shop}
      spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
      """;

  private static final String HOOK =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: policies}
      webhooks:
        - name: policies.shop.example
          clientConfig: {service: {namespace: shop, name: web}}
      """;

  @TempDir Path folder;

  @Test
  void anIngressIsToldInTextAndJson() throws Exception {
    var manifests = manifests(SHOP + INGRESS);
    try (var shell = new Shell(folder.resolve("home"))) {
      assertThat(shell.type("graph", "--manifests", manifests).out())
          .contains("ENTERED FROM OUTSIDE")
          .containsPattern("shop/web +Ingress shop/front");
      assertThat(shell.type("graph", "--manifests", manifests, "-o", "json").out())
          .contains("\"entries\"", "\"to\": \"shop/web\"", "\"object\": \"Ingress shop/front\"");
      assertThat(shell.type("graph", "--manifests", manifests, "-o", "csv").out())
          .isEqualTo("caller,callee,class,provenance,evidence\n");
    }
  }

  @Test
  void whoCallsIsToldWithWhatLetsThemIn() throws Exception {
    var manifests = manifests(SHOP + INGRESS + HOOK);
    try (var shell = new Shell(folder.resolve("home"))) {
      assertThat(shell.type("graph", "--manifests", manifests).out())
          .containsPattern("Ingress shop/front")
          .containsPattern("ValidatingWebhookConfiguration policies \\(the API server\\)");
      assertThat(shell.type("graph", "--manifests", manifests, "-o", "json").out())
          .containsPattern("\"object\": \"Ingress shop/front\"[^}]*\"by\": \"outside\"")
          .containsPattern("ValidatingWebhookConfiguration policies\"[^}]*\"by\": \"api_server\"");
    }
  }

  @Test
  void anExposedServiceIsToldWithItsTypeAndPort() throws Exception {
    var exposed = SHOP.replace("spec: {selector", "spec: {type: LoadBalancer, selector");
    var manifests = manifests(exposed);
    try (var shell = new Shell(folder.resolve("home"))) {
      assertThat(shell.type("graph", "--manifests", manifests).out())
          .containsPattern("shop/web +Service shop/web of type LoadBalancer, port 80");
      assertThat(shell.type("service", "shop/web", "--manifests", manifests).out())
          .containsPattern("Entered by +Service shop/web of type LoadBalancer, port 80");
    }
  }

  @Test
  void whereNothingComesInNothingIsSaid() throws Exception {
    var manifests = manifests(SHOP);
    try (var shell = new Shell(folder.resolve("home"))) {
      assertThat(shell.type("graph", "--manifests", manifests).out()).doesNotContain("ENTERED");
    }
  }

  private String manifests(String yaml) throws Exception {
    var place = Files.createDirectory(folder.resolve("manifests"));
    Files.writeString(place.resolve("shop.yaml"), yaml);
    return place.toString();
  }
}
