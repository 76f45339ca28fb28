package dev.faultline.cluster.fabric8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A proxy that does nothing but CONNECT, and remembers what it was asked. */
final class TunnelProxy implements AutoCloseable {

  final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final ServerSocket listening;

  private TunnelProxy(ServerSocket listening) {
    this.listening = listening;
  }

  static TunnelProxy start() throws IOException {
    var proxy = new TunnelProxy(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      return; // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      var request = in.readLine();
      for (var line = request; line != null && !line.isEmpty(); line = in.readLine()) {
        asked.add(line);
      }
      var target = request.split(" ", -1)[1].split(":", -1);
      try (var server = new Socket(target[0], Integer.parseInt(target[1]))) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      asked.add("failed: " + e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return; // One side has gone, as they do.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
