import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for an API server while the ahead-of-time cache is trained, so that the way to a real
 * cluster (TLS, HTTP, gzip, lists) starts fast too. It allows everything and knows a few recorded
 * lists; any other list is empty, and nothing ever changes.
 */
final class TrainingCluster implements AutoCloseable {
  private static final String PASSWORD = "training";
  private static final String ALLOWED =
      """
      {"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1",\
      "metadata":{},"spec":{},"status":{"allowed":true}}\
      """;
  private static final String EMPTY =
      """
      {"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[]}\
      """;

  private final Path lists;
  private final Path kubeconfig;
  private final HttpsServer server;

  private TrainingCluster(Path lists, Path kubeconfig, HttpsServer server) {
    this.lists = lists;
    this.kubeconfig = kubeconfig;
    this.server = server;
  }

  /**
   * Starts it, with a key made for this once.
   *
   * @param lists a folder of recorded answers, {@code pods.json} and so on
   * @param work a folder for the key and the kubeconfig
   */
  static TrainingCluster start(Path lists, Path work) throws Exception {
    Files.createDirectories(work);
    Path store = work.resolve("key.p12");
    Files.deleteIfExists(store);
    keytool(
        "-genkeypair",
        store,
        "-keyalg",
        "RSA",
        "-dname",
        "CN=training",
        "-ext",
        "san=ip:127.0.0.1");
    var tls = SSLContext.getInstance("TLS");
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    tls.init(managers.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    var authority = pem(keys.getCertificate("own").getEncoded());
    var kubeconfig =
        Files.writeString(
            work.resolve("kubeconfig"), kubeconfig(server.getAddress().getPort(), authority));
    var cluster = new TrainingCluster(lists, kubeconfig, server);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.createContext("/", cluster::answer);
    server.start();
    return cluster;
  }

  /** How a client finds it. */
  Path kubeconfig() {
    return kubeconfig;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      body.readAllBytes();
      var path = exchange.getRequestURI().getPath();
      var query = exchange.getRequestURI().getQuery();
      Path recorded = lists.resolve(path.substring(path.lastIndexOf('/') + 1) + ".json");
      byte[] answer;
      if (path.endsWith("selfsubjectaccessreviews")) {
        answer = ALLOWED.getBytes(StandardCharsets.UTF_8);
      } else if (query != null && query.contains("watch=true")) {
        answer = new byte[0]; // Ends at once, without news.
      } else if (Files.exists(recorded)) {
        answer = Files.readAllBytes(recorded);
      } else {
        answer = EMPTY.getBytes(StandardCharsets.UTF_8);
      }
      byte[] zipped = zipped(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, zipped.length);
      exchange.getResponseBody().write(zipped);
    }
  }

  private static byte[] zipped(byte[] answer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(answer);
    }
    return bytes.toByteArray();
  }

  private static String kubeconfig(int port, String authority) {
    return """
    apiVersion: v1
    kind: Config
    current-context: training
    clusters:
    - name: training
      cluster: {server: 'https://127.0.0.1:%d', certificate-authority-data: %s}
    users:
    - {name: training, user: {token: training}}
    contexts:
    - {name: training, context: {cluster: training, user: training}}
    """
        .formatted(
            port, Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)));
  }

  private static String pem(byte[] certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  /**
   * Makes a key or changes one, by the JDK's own tool: its API offers no way to sign a certificate.
   */
  private static void keytool(String verb, Path store, String... more) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(verb, "-alias", "own", "-keystore", store.toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + words);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
