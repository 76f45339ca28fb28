package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulseTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicInteger status = new AtomicInteger(200);
  private final Semaphore asked = new Semaphore(0);
  private final Instant longAgo = Instant.now().minusSeconds(5);
  private final AtomicInteger looks = new AtomicInteger();
  // What was heard at the beginning was heard five seconds ago.
  private final InstantSource clock = () -> looks.getAndIncrement() == 0 ? longAgo : Instant.now();

  private final HttpServer server;
  private final ApiLink link;
  private final Pulse pulse;

  PulseTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
          asked.release();
        });
    link = link("http://127.0.0.1:" + server.getAddress().getPort());
    pulse = new Pulse(link, clock, () -> {});
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void end() {
    link.close();
    server.stop(0);
  }

  @Test
  void aRestEndsSoonAfterTheServerCallsItselfReadyAgain() throws InterruptedException {
    status.set(500);
    var beating = Thread.ofVirtual().start(this::beat);
    pulse.doubt();
    assertThat(asked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pulse.isReady()).isFalse();
    var resting = Thread.ofVirtual().start(() -> rest(LONG));

    status.set(200);

    assertThat(resting.join(Duration.ofSeconds(20))).isTrue();
    assertThat(pulse.isReady()).isTrue();
    beating.interrupt();
    assertThat(beating.join(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void aFailureOfOneRequestDoesNotHurryTheOthersWhileTheServerIsWell() throws InterruptedException {
    var beating = Thread.ofVirtual().start(this::beat);
    pulse.doubt();
    assertThat(asked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    long begun = System.nanoTime();

    pulse.rest(Duration.ofMillis(700));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(600));
    beating.interrupt();
    assertThat(beating.join(Duration.ofSeconds(20))).isTrue();
  }

  private void beat() {
    try {
      pulse.keepBeating();
    } catch (InterruptedException e) {
      return; // The test is over.
    }
  }

  private void rest(Duration atMost) {
    try {
      pulse.rest(atMost);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ApiLink link(String url) {
    var cluster =
        new KubeCluster("c", url, Optional.empty(), false, Optional.empty(), Optional.empty());
    return new ApiLink(
        new KubeContext(
            "test",
            Path.of("config"),
            Optional.empty(),
            cluster,
            KubeUser.NOBODY,
            Optional.empty()),
        new Credentials.Unchanging(Credential.NONE),
        Map.of());
  }
}
