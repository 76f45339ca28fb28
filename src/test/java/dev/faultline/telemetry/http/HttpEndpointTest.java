package dev.faultline.telemetry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.faultline.telemetry.EndpointAnswer;
import dev.faultline.telemetry.http.Access.Credentials;
import dev.faultline.telemetry.http.HttpEndpoint.Opening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A telemetry server at a URL, with everything that such a server may want or do wrong. */
class HttpEndpointTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BOUND = 10_000;
  private static final String TOKEN = "very-secret-token-0123456789";

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/echo", HttpEndpointTest::echo);
    server.createContext("/away", HttpEndpointTest::away);
    server.createContext("/long", exchange -> send(exchange, 200, new byte[BOUND + 1]));
    server.createContext("/slow", HttpEndpointTest::trickle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tokenTenantAndParametersArrive() throws InterruptedException {
    var access =
        new Access(
            new Credentials.Bearer(TOKEN), Optional.empty(), Map.of("X-Scope-OrgID", "team a"));

    var answer = text(get(endpoint("/echo/", access), "/deep", Map.of("query", "a{b=~\"c\"} + 1")));

    assertThat(answer)
        .contains("Authorization=Bearer " + TOKEN)
        .contains("tenant=team a")
        .contains("query=a{b=~\"c\"} + 1");
  }

  @Test
  void aUserInTheUrlIsBasicAuthenticationAndIsNotShown() throws InterruptedException {
    var url = "http://reader:pass%20word@" + address();

    var endpoint = open(url, Access.OPEN);

    assertThat(text(get(endpoint, "/echo", Map.of())))
        .contains("Authorization=Basic cmVhZGVyOnBhc3Mgd29yZA==");
    assertThat(endpoint.describe()).isEqualTo(address());
  }

  @Test
  void aRedirectIsNotFollowedAsItWouldTakeTheTokenAlong() throws InterruptedException {
    var answer = get(endpoint("", bearer()), "/away", Map.of());

    assertThat(answer)
        .isInstanceOfSatisfying(
            EndpointAnswer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(302));
  }

  @Test
  void anAnswerThatIsTooLongIsGivenUp() throws InterruptedException {
    assertThat(reason(get(endpoint("", Access.OPEN), "/long", Map.of())))
        .startsWith("its answer is longer than");
  }

  @Test
  void anAnswerThatTricklesEndsAtTheDeadline() throws InterruptedException {
    var start = System.nanoTime();

    var answer = endpoint("", Access.OPEN).get("/slow", Map.of(), Duration.ofMillis(500), BOUND);

    assertThat(reason(answer)).isEqualTo("it did not answer within 0.5 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aServerThatIsNotThereIsToldInASentence() throws InterruptedException {
    var address = address();
    server.stop(0);

    assertThat(reason(get(open("http://" + address, bearer()), "/echo", Map.of())))
        .isEqualTo("it refuses the connection");
    assertThat(reason(get(open("http://no-such-host.invalid", bearer()), "/echo", Map.of())))
        .isEqualTo("its name can't be resolved");
  }

  @Test
  void secretsAreInNoTextOfOurs() throws InterruptedException {
    var broken =
        new Access(new Credentials.Bearer(TOKEN + "\nX: y"), Optional.empty(), Map.of("A", TOKEN));

    assertThat(broken.toString()).doesNotContain(TOKEN);
    assertThat(broken.credentials().toString()).doesNotContain(TOKEN);
    assertThat(new Credentials.Basic("u", TOKEN).toString()).doesNotContain(TOKEN);
    assertThat(reason(get(endpoint("", broken), "/echo", Map.of()))).doesNotContain(TOKEN);
    assertThat(HttpEndpoint.open("https://:" + TOKEN + "@", Access.OPEN).toString())
        .doesNotContain(TOKEN);
  }

  @Test
  void whatIsNoUrlIsRefused() {
    for (String text : new String[] {"", "host:9090", "ftp://host", "http://", "http://a b"}) {
      assertThat(HttpEndpoint.open(text, Access.OPEN)).isInstanceOf(Opening.Refused.class);
    }
  }

  @Test
  void aCertificateIsTrustedIfTheGivenAuthoritySignedIt(@TempDir Path folder) throws Exception {
    var tls = tlsServer(folder);
    try {
      var url = "https://localhost:" + tls.getAddress().getPort();
      var own = new Access(new Credentials.None(), Optional.of(folder.resolve("ca.pem")), Map.of());

      assertThat(reason(get(open(url, Access.OPEN), "/echo", Map.of())))
          .isEqualTo("its certificate is not trusted, or it speaks no TLS");
      assertThat(text(get(open(url, own), "/echo", Map.of()))).contains("Authorization=");
    } finally {
      tls.stop(0);
    }
  }

  @Test
  void anAuthorityThatCantBeReadIsRefused(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ca.pem"), "not a certificate");

    var opening =
        HttpEndpoint.open(
            "https://localhost", new Access(new Credentials.None(), Optional.of(file), Map.of()));

    assertThat(opening).isInstanceOf(Opening.Refused.class);
  }

  private static HttpsServer tlsServer(Path folder) throws Exception {
    var store = folder.resolve("server.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(
        keytool,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit");
    run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit",
        "-file",
        folder.resolve("ca.pem").toString());
    var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tls.setHttpsConfigurator(new HttpsConfigurator(context));
    tls.createContext("/echo", HttpEndpointTest::echo);
    tls.start();
    return tls;
  }

  private static void run(String... words) throws IOException, InterruptedException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void echo(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var text =
        "Authorization=%s tenant=%s %s"
            .formatted(
                headers.getFirst("Authorization"),
                headers.getFirst("X-Scope-OrgID"),
                decoded(exchange.getRequestURI().getRawQuery()));
    send(exchange, 200, text.getBytes(UTF_8));
  }

  private static String decoded(@Nullable String query) {
    return query == null ? "" : URLDecoder.decode(query, UTF_8);
  }

  private static void away(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/echo");
    send(exchange, 302, new byte[0]);
  }

  private static void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private String address() {
    return "localhost:" + server.getAddress().getPort();
  }

  private static Access bearer() {
    return Access.OPEN.with(new Credentials.Bearer(TOKEN));
  }

  private HttpEndpoint endpoint(String path, Access access) {
    return open("http://" + address() + path, access);
  }

  private static HttpEndpoint open(String url, Access access) {
    return ((Opening.Opened) HttpEndpoint.open(url, access)).endpoint();
  }

  private static EndpointAnswer get(HttpEndpoint endpoint, String path, Map<String, String> query)
      throws InterruptedException {
    return endpoint.get(path, query, PATIENCE, BOUND);
  }

  private static String text(EndpointAnswer answer) {
    assertThat(answer).isInstanceOf(EndpointAnswer.Document.class);
    return new String(((EndpointAnswer.Document) answer).body(), UTF_8);
  }

  private static String reason(EndpointAnswer answer) {
    assertThat(answer).isInstanceOf(EndpointAnswer.Unusable.class);
    return ((EndpointAnswer.Unusable) answer).reason();
  }
}
