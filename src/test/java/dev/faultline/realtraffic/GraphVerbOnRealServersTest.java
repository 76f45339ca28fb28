package dev.faultline.realtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realtraffic.KnownApp.Call;
import dev.faultline.testkit.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code graph --prometheus URL}, composed as the product is, with a Prometheus that wants to know
 * who asks.
 */
@OnRealServers
class GraphVerbOnRealServersTest {

  private static final String PASSWORD = "password of the tests";
  private static final String ITS_HASH =
      "$2b$10$/8KjB1VRwXi2AtcGjDr8Sum0/mtcsJjKZCRiAT8BOkjUfLefIYQSC";

  @TempDir private Path home;

  @BeforeEach
  void theFolderIsThere() throws IOException {
    Files.createDirectories(home.resolve("app"));
    Files.writeString(home.resolve("app/shop.yaml"), SmallShop.yaml("shop"));
  }

  @Test
  void trafficIsAddedInTextAndJsonAndTheCsvKeepsItsColumns()
      throws IOException, InterruptedException {
    try (var prometheus = prometheus()) {
      settings(prometheus.url());

      var typed = graph("-o", "json", "--prometheus", prometheus.url());
      assertThat(typed.exit()).isZero();
      var edges = typed.json().objects("edges").toList();
      assertThat(edges)
          .extracting(
              edge -> edge.text("callee").orElse("") + " " + edge.text("provenance").orElse(""))
          .containsExactly("shop/payment both", "shop/stock observed");
      var seen = edges.getFirst().objects("traffic").findFirst().orElseThrow();
      assertThat(seen.text("via")).contains("Istio");
      assertThat(Double.parseDouble(seen.text("perSecond").orElseThrow())).isBetween(39.0, 41.0);
      assertThat(seen.text("errorShare")).contains("0.25");
      assertThat(seen.text("latencyP95Ms")).contains("46");
      assertThat(edges.getLast().isTrue("quiet")).isTrue();
      assertThat(typed.err()).isEqualTo("faultline: Istio: shop/ledger is no workload here\n");

      typed = graph("--prometheus", prometheus.url());
      assertThat(typed.exit()).isZero();
      assertThat(typed.out())
          .contains("req/s, 25.0 % errors, p95 46.0 ms (Istio)")
          .contains("gone quiet, last seen");

      typed = graph("-o", "csv", "--prometheus", prometheus.url());
      assertThat(typed.exit()).isZero();
      assertThat(typed.out().lines())
          .hasSize(3)
          .first()
          .isEqualTo("caller,callee,class,provenance,evidence");
    }
  }

  @Test
  void withoutItsPasswordTheServerIsMissedAndTheVerbGoesOn()
      throws IOException, InterruptedException {
    try (var prometheus = prometheus()) {
      var typed = graph("-o", "json", "--prometheus", prometheus.url());
      assertThat(typed.exit()).isZero();

      assertThat(typed.out()).contains("shop/payment").contains("\"declared\"");
      assertThat(typed.err())
          .startsWith("faultline: no traffic data from Prometheus at 127.0.0.1:")
          .contains("it wants credentials");
    }
  }

  @Test
  void aPasswordInTheUrlIsTakenAndNowhereShown() throws IOException, InterruptedException {
    try (var prometheus = prometheus()) {
      var secret = PASSWORD.replace(" ", "%20");
      var url = prometheus.url().replace("http://", "http://reader:" + secret + "@");

      var typed = graph("-o", "json", "--prometheus", url);
      assertThat(typed.exit()).isZero();
      assertThat(typed.out()).contains("\"both\"").doesNotContain(secret, PASSWORD);
      assertThat(typed.err()).doesNotContain(secret, PASSWORD);

      prometheus.close();
      typed = graph("--prometheus", url);
      assertThat(typed.exit()).isZero();
      assertThat(typed.err())
          .contains("it refuses the connection")
          .doesNotContain(secret, PASSWORD);
    }
  }

  @Test
  void serversThatAreNotThereAreToldOneByOneAndTheVerbGoesOn() {
    int port = Program.freePort();

    var typed = graph("--zipkin", "http://127.0.0.1:" + port, "--jaeger", "no-url", "--prometheus");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("shop/order").contains("declared");
    assertThat(typed.err().lines())
        .containsExactlyInAnyOrder(
            "faultline: no traffic data from Prometheus: no Service of app looks like it (there is"
                + " no running cluster to look in); give its URL",
            "faultline: no traffic data from Zipkin at 127.0.0.1:"
                + port
                + ": it refuses the connection",
            "faultline: no traffic data from Jaeger: this is not a URL like"
                + " https://host:9090/path");
  }

  private PrometheusServer prometheus() throws IOException, InterruptedException {
    var now = Instant.now();
    var pair = ("reader:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    var basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    var users =
        Files.writeString(
            home.resolve("web.yml"), "basic_auth_users: {reader: '%s'}\n".formatted(ITS_HASH));
    var history = new History(now.plusSeconds(120), Duration.ofHours(8));
    history.add(
        Exporters.ISTIO.count(new Call("shop/order", "shop/payment"), 40),
        ago -> Optional.of(100_000.0 - ago.toSeconds()));
    history.add(
        Exporters.ISTIO.count(new Call("shop/order", "shop/stock"), 40),
        ago -> Optional.of(100_000.0 - Math.max(2 * 3600, ago.toSeconds())));
    history.add(
        Exporters.ISTIO.count(new Call("shop/order", "shop/ledger"), 40),
        ago -> Optional.of(100_000.0 - ago.toSeconds()));
    return PrometheusServer.remembering(
        home.resolve("prometheus"), Optional.of(basic), history, "--web.config.file=" + users);
  }

  private void settings(String url) throws IOException {
    var password = Files.writeString(home.resolve("password"), PASSWORD + "\n");
    var folder = Files.createDirectories(home.resolve("config/faultline"));
    Files.writeString(
        folder.resolve("settings.yaml"),
        """
        traffic:
          servers:
            - {url: '%s/', user: reader, passwordFile: '%s', headers: {X-Scope-OrgID: team}}
        """
            .formatted(url, password));
  }

  private Typed graph(String... further) {
    var words = new ArrayList<>(List.of("graph", "--manifests", home.resolve("app").toString()));
    words.addAll(List.of(further));
    return Typed.run(home, words.toArray(String[]::new));
  }
}
