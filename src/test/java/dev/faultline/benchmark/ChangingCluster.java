package dev.faultline.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.faultline.model.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks as an API server does, lists and watches, and changes its objects at a steady rate for as
 * long as somebody watches them. It knows when it sent each change.
 */
final class ChangingCluster implements AutoCloseable {

  private static final String ALLOWED =
      """
      {"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1",\
      "metadata":{},"spec":{},"status":{"allowed":true}}\
      """;

  /** A kind's objects, and how many of them change in a second. */
  record Load(Kind kind, String plural, int objects, int changesPerSecond) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("api-server-", 0).factory());
  private final List<ChangingObjects> kinds;

  ChangingCluster(List<Load> loads) throws IOException {
    kinds = loads.stream().map(ChangingObjects::new).toList();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Writes a kubeconfig that leads here. */
  Path kubeconfig(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: flood
        clusters:
        - {name: flood, cluster: {server: 'http://127.0.0.1:%d'}}
        users:
        - {name: flood, user: {}}
        contexts:
        - {name: flood, context: {cluster: flood, user: flood}}
        """
            .formatted(server.getAddress().getPort()));
  }

  List<ChangingObjects> kinds() {
    return kinds;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      var path = exchange.getRequestURI().getPath();
      var query = String.valueOf(exchange.getRequestURI().getQuery());
      if (path.endsWith("selfsubjectaccessreviews") || path.equals("/readyz")) {
        whole(exchange, ALLOWED);
        return;
      }
      var objects = kinds.stream().filter(kind -> path.endsWith("/" + kind.plural())).findFirst();
      if (objects.isEmpty()) {
        whole(exchange, "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        if (query.contains("watch=true")) {
          objects.get().change(out);
        } else {
          objects.get().list(out);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void whole(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
