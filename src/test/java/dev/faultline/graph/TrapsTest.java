package dev.faultline.graph;

import static dev.faultline.graph.Manifests.deployment;
import static dev.faultline.graph.Manifests.edges;
import static dev.faultline.graph.Manifests.service;
import static dev.faultline.graph.Manifests.state;
import static dev.faultline.graph.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are no dependency: not drawn, but kept with the reason where they name something. */
class TrapsTest {

  private static final String PAYMENT = deployment("payment") + "---\n" + service("payment", 80);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_PROXY | payment,localhost,10.0.0.0/8 | ''",
        "NO_PROXY | payment | listed there, but not called",
        "no_proxy | payment.shop.svc.cluster.local | listed there, but not called",
        "CORS_ALLOWED_ORIGINS | http://payment | listed there, but not called",
        "OAUTH_REDIRECT_URI | http://payment/back | listed there, but not called",
        "PUBLIC_URL | http://payment | listed there, but not called",
        "EXTERNAL_HOST | payment | listed there, but not called",
        "ADVERTISED_LISTENERS | PLAINTEXT://payment:80 | listed there, but not called",
        "POSTGRES_DB | payment | the setting's name speaks of a label, not of a host",
        "DB_USER | payment | the setting's name speaks of a label, not of a host",
        "QUEUE_NAME | payment | the setting's name speaks of a label, not of a host",
        "RABBITMQ_VHOST | payment | the setting's name speaks of a label, not of a host",
        "MassTransit__VirtualHost | payment | the setting's name speaks of a label, not of a host",
        "KAFKA_TOPIC | payment | the setting's name speaks of a label, not of a host",
        "FLAVOUR | payment | a bare word that may be anything",
        "GREETING | your payment is safe | ''",
        "PATH_PREFIX | /payment/v1 | ''",
        "FEED | http://elsewhere.example.org/payment | ''",
        "RUNNER_IMAGE | payment:80 | ''",
        "DB_PASSWORD | payment:80 | ''",
        "TITLE | payment:8081 | the Service does not answer on this port",
        "PAY_URL | http://payment.other.svc:80 | ''",
        "PAY_URL | http://gone:80 | ''",
      })
  void aVariableThatOnlyMentionsTheService(String name, String value, String doubt) {
    var env = "  env: [{name: " + name + ", value: '" + value + "'}]";
    var graph =
        DependencyGraph.of(
            state(
                deployment("order", env),
                PAYMENT,
                "{kind: Namespace, " + "apiVersion: v1, metadata: {name: other}}"));

    assertThat(graph.drawnAtFirst()).isEmpty();
    assertThat(doubts(graph)).isEqualTo(doubt.isEmpty() ? List.of() : List.of(doubt));
  }

  @Test
  void anEndpointForTracesIsTelemetryWhateverItRuns() {
    assertThat(
            edges(
                deployment(
                    "order",
                    "  env:",
                    "  - {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: 'http://payment:80'}"),
                PAYMENT))
        .containsExactly("shop/order -> shop/payment telemetry declared strong");
  }

  @Test
  void whatIsSwitchedOffBesideItIsAMentionThatSaysSo() {
    var graph =
        DependencyGraph.of(
            state(
                deployment(
                    "order",
                    "  env:",
                    "  - {name: PAYMENT_ENABLED, value: 'false'}",
                    "  - {name: PAYMENT_URL, value: 'http://payment'}"),
                PAYMENT));

    assertThat(graph.drawnAtFirst()).isEmpty();
    assertThat(doubts(graph)).containsExactly("switched off by PAYMENT_ENABLED");
  }

  @Test
  void theSameServiceNameElsewhereIsAnotherService() {
    var other = PAYMENT.replace("namespace: shop", "namespace: bank");
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAYMENT_URL, value: 'http://payment'}]"),
                PAYMENT,
                other))
        .containsExactly("shop/order -> shop/payment application declared strong");
    assertThat(
            edges(
                deployment("order", "  env: [{name: PAYMENT_URL, value: 'http://payment.bank'}]"),
                PAYMENT,
                other))
        .containsExactly("shop/order -> bank/payment application declared strong");
  }

  @Test
  void anAliasThatEndsAtTheCallerIsNoEdge() {
    var alias =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: me, namespace: shop}
        spec: {type: ExternalName, externalName: payment.shop.svc.cluster.local}
        """;
    assertThat(
            edges(
                deployment("payment", "  env: [{name: BASE_URL, value: 'http://me'}]"),
                service("payment", 80),
                alias))
        .isEmpty();
  }

  @Test
  void aFrontEndsAddressBehindItIsForBrowsers() {
    var front =
        deployment("web", "  env: [{name: API_URL, value: 'http://api'}]")
            + "---\n"
            + service("web", 80);
    var api =
        deployment("api", "  env: [{name: FRONTEND_URL, value: 'http://web'}]")
            + "---\n"
            + service("api", 80);
    var load = deployment("load", "  env: [{name: FRONTEND_URL, value: 'http://web'}]");

    assertThat(edges(front, api, load))
        .containsExactly(
            "shop/api -> shop/web application declared weak",
            "shop/load -> shop/web application declared strong",
            "shop/web -> shop/api application declared strong");
  }

  @Test
  void aTextThatIsNoConfigurationOnlyMentions() {
    var graph =
        DependencyGraph.of(
            state(
                reader("order", "texts"),
                PAYMENT,
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: texts, namespace: shop}
                data:
                  init.sql: |
                    INSERT INTO pictures
                    VALUES ('http://payment/1.png');
                """));

    assertThat(graph.drawnAtFirst()).isEmpty();
    assertThat(doubts(graph)).containsExactly("stands in a text that is no configuration");
  }

  @Test
  void whoMayLogInIsNotCalled() {
    assertThat(
            edges(
                reader("order", "realm"),
                PAYMENT,
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: realm, namespace: shop}
                data:
                  realm.json: |
                    {"clients": [{"baseUrl": "http://payment/",
                                  "redirectUris": ["http://payment/*"]}]}
                """))
        .containsExactly("shop/order -> shop/payment application declared weak");
  }

  private static String reader(String name, String configMap) {
    return deployment(name, "  envFrom: [{configMapRef: {name: " + configMap + "}}]");
  }

  private static List<String> doubts(DependencyGraph graph) {
    return graph.dependencies().stream()
        .flatMap(one -> one.evidence().stream())
        .map(Evidence::doubt)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Test
  void anImageOfTheSameNameSaysNothing() {
    assertThat(edges(workload("Deployment", "order", "payment:80"), PAYMENT)).isEmpty();
  }
}
