package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.faultline.cluster.fabric8.KubeUser.Impersonation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiLinkTest {

  private static final Credentials NONE = new Credentials.Unchanging(Credential.NONE);

  @TempDir Path folder;

  @Test
  void aTokenThatExpiresInMidSessionIsReadAgainAndTheRequestRepeated() throws IOException {
    var file = Files.writeString(folder.resolve("token"), "old");
    var credentials = new TokenFile(file, Credential.NONE, InstantSource.system());
    try (var server = WebServer.start(came -> "Bearer new");
        var link = link(cluster(server.url("127.0.0.1")), credentials, Map.of())) {
      assertThat(status(link)).isEqualTo(401);
      Files.writeString(file, "new");

      assertThat(status(link)).isEqualTo(200);
      assertThat(server.shown).containsExactly("Bearer old", "Bearer old", "Bearer new");
    }
  }

  @Test
  void anAnswerComesEvenWhenTheCommonPoolIsBlocked() throws IOException {
    var release = new CountDownLatch(1);
    var blocking = new ArrayList<ForkJoinTask<?>>();
    try (var server = WebServer.start(came -> came);
        var link = link(cluster(server.url("127.0.0.1")), NONE, Map.of())) {
      for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism() + 2; i++) {
        blocking.add(ForkJoinPool.commonPool().submit(() -> await(release)));
      }

      assertThat(status(link)).isEqualTo(200);
    } finally {
      release.countDown();
      blocking.forEach(ForkJoinTask::join);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aClientCertificateIsShown(String algorithm)
      throws IOException, GeneralSecurityException, InterruptedException {
    var server = TestKeys.make(folder, "server", "EC", "ip:127.0.0.1");
    var client = TestKeys.make(folder, "client", algorithm, "dns:client");
    var own = Credential.NONE.withCertificate(client.certificate(), client.key());
    try (var web = WebServer.startTls(server.server(client.store().getCertificate("own")), true);
        var link =
            link(
                trusting(web.url("127.0.0.1"), server, Optional.empty()),
                new Credentials.Unchanging(own),
                Map.of())) {
      assertThat(status(link)).isEqualTo(200);
    }
  }

  @Test
  void aCertificateOfAnotherNameIsTakenOnlyUnderThatName()
      throws IOException, GeneralSecurityException, InterruptedException {
    var server = TestKeys.make(folder, "server", "EC", "dns:inside.test");
    try (var web = WebServer.startTls(server.server(server.store().getCertificate("own")), false)) {
      var url = web.url("127.0.0.1");
      try (var plain = link(trusting(url, server, Optional.empty()), NONE, Map.of());
          var named = link(trusting(url, server, Optional.of("inside.test")), NONE, Map.of());
          var wrong = link(trusting(url, server, Optional.of("other.test")), NONE, Map.of())) {
        assertThat(failure(plain)).isInstanceOf(LinkFailure.NotTrusted.class);
        assertThat(status(named)).isEqualTo(200);
        assertThat(failure(wrong)).isInstanceOf(LinkFailure.NotTrusted.class);
      }
    }
  }

  @Test
  void aClusterThatIsNotToBeCheckedIsNotChecked()
      throws IOException, GeneralSecurityException, InterruptedException {
    var server = TestKeys.make(folder, "server", "EC", "dns:elsewhere");
    try (var web = WebServer.startTls(server.server(server.store().getCertificate("own")), false)) {
      var insecure =
          new KubeCluster(
              "c",
              web.url("127.0.0.1"),
              Optional.empty(),
              true,
              Optional.empty(),
              Optional.empty());
      var platform =
          new KubeCluster(
              "c",
              web.url("127.0.0.1"),
              Optional.empty(),
              false,
              Optional.empty(),
              Optional.empty());
      try (var open = link(insecure, NONE, Map.of());
          var checked = link(platform, NONE, Map.of())) {
        assertThat(status(open)).isEqualTo(200);
        assertThat(failure(checked).sentence())
            .contains("is not trusted (no authority we trust has signed it)");
      }
    }
  }

  @Test
  void aProxyOfTheKubeconfigIsPassedWithItsLogin()
      throws IOException, GeneralSecurityException, InterruptedException {
    var server = TestKeys.make(folder, "server", "EC", "ip:127.0.0.1");
    try (var web = WebServer.startTls(server.server(server.store().getCertificate("own")), false);
        var proxy = TunnelProxy.start()) {
      var through =
          new KubeCluster(
              "c",
              web.url("127.0.0.1"),
              Optional.of(server.certificate()),
              false,
              Optional.empty(),
              Optional.of("http://ann:hush@127.0.0.1:" + proxy.port()));
      try (var link = link(through, NONE, Map.of())) {
        assertThat(status(link)).isEqualTo(200);
      }
      assertThat(proxy.asked)
          .anyMatch(line -> line.startsWith("CONNECT 127.0.0.1:" + web.port()))
          .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: Basic YW5uOmh1c2g="));
    }
  }

  @Test
  void nobodyListeningAndANameThatDoesNotExistAreToldApart() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (var closed = link(cluster("http://127.0.0.1:" + free), NONE, Map.of());
        var nowhere = link(cluster("http://nowhere.invalid:80"), NONE, Map.of())) {
      assertThat(failure(closed)).isEqualTo(new LinkFailure.Refused("127.0.0.1:" + free));
      assertThat(failure(nowhere).sentence()).startsWith("The name nowhere.invalid can't be");
    }
  }

  @Test
  void aServerThatIsNoUrlIsSaidBeforeAnythingIsSent() {
    var thrown =
        catchThrowableOfType(
            LinkException.class, () -> link(cluster("10.0.0.1:6443"), NONE, Map.of()));

    assertThat(thrown).hasMessage("The server of context x is no URL, as https://host:6443 is.");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private static int status(ApiLink link) {
    try (var answer = link.send(ApiRequest.get("/"))) {
      return answer.status();
    }
  }

  private static LinkFailure failure(ApiLink link) {
    return catchThrowableOfType(LinkException.class, () -> status(link)).failure();
  }

  private static ApiLink link(
      KubeCluster cluster, Credentials credentials, Map<String, String> environment) {
    var user =
        new KubeUser(
            "ann",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Impersonation("", "", java.util.List.of(), Map.of()));
    var context =
        new KubeContext("x", Path.of("config"), Optional.empty(), cluster, user, Optional.empty());
    return new ApiLink(context, credentials, environment);
  }

  private static KubeCluster cluster(String server) {
    return new KubeCluster(
        "c", server, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  private static KubeCluster trusting(String server, TestKeys keys, Optional<String> serverName)
      throws GeneralSecurityException {
    return new KubeCluster(
        "c", server, Optional.of(keys.certificate()), false, serverName, Optional.empty());
  }
}
