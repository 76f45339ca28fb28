package dev.faultline.realtraffic;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Serves counters that grow while one looks, for Prometheus to scrape. */
final class LiveExporter implements AutoCloseable {

  /** So long they have been counting when they are scraped first. */
  private static final double BEFORE_SECONDS = 1000;

  private final HttpServer server;
  private final long start = System.nanoTime();

  private LiveExporter(HttpServer server) {
    this.server = server;
  }

  static LiveExporter of(List<Series> series) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var exporter = new LiveExporter(server);
    server.createContext(
        "/metrics",
        exchange -> {
          var page = exporter.page(series).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, page.length);
          try (var out = exchange.getResponseBody()) {
            out.write(page);
          }
        });
    server.start();
    return exporter;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private String page(List<Series> series) {
    double seconds = BEFORE_SECONDS + Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
    var page = new StringBuilder();
    series.forEach(one -> page.append(one.line(one.perSecond() * seconds)).append('\n'));
    return page.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
