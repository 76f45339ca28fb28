package dev.faultline.cluster.fabric8;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A web server that knows nothing of Kubernetes, to see what our line really sends. */
final class WebServer implements AutoCloseable {

  /** The Authorization headers that came, in order. */
  final ConcurrentLinkedQueue<String> shown = new ConcurrentLinkedQueue<>();

  private final HttpServer server;
  private final String scheme;

  private WebServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
  }

  /**
   * Answers 200 to one Authorization, 401 to all others.
   *
   * @param accepted asked at each request, given what came
   */
  static WebServer start(UnaryOperator<String> accepted) throws IOException {
    return started(new WebServer(HttpServer.create(loopback(), 0), "http"), accepted);
  }

  /** Answers to those alone who show a client certificate that the context trusts. */
  static WebServer startTls(SSLContext tls, boolean wantsCertificate) throws IOException {
    var https = HttpsServer.create(loopback(), 0);
    https.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            var ours = tls.getDefaultSSLParameters();
            ours.setNeedClientAuth(wantsCertificate);
            parameters.setSSLParameters(ours);
          }
        });
    return started(new WebServer(https, "https"), shown -> shown);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static WebServer started(WebServer made, UnaryOperator<String> accepted) {
    made.server.createContext(
        "/",
        exchange -> {
          var header = exchange.getRequestHeaders().getFirst("Authorization");
          var came = Optional.ofNullable(header).orElse("");
          made.shown.add(came);
          byte[] body = "{\"message\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
          int status = came.equals(accepted.apply(came)) ? 200 : 401;
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    made.server.start();
    return made;
  }

  String url(String host) {
    return scheme + "://" + host + ":" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
