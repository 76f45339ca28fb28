package dev.faultline.cluster.fabric8;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Makes one HTTP client with threads of its own, and ends both when it is closed. */
final class LinkClientFactory extends JdkHttpClientFactory {

  private static final String PROXY_LOGIN = "jdk.http.auth.tunneling.disabledSchemes";

  private final SSLContext tls;
  private final ExecutorService executor;
  private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();

  LinkClientFactory(String name, SSLContext tls) {
    this.tls = tls;
    this.executor =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("link-" + name + "-", 0).factory());
  }

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    // The JDK's client logs in to a proxy by name and password, as kubectl does, only if this is
    // said before it is first used.
    if (System.getProperty(PROXY_LOGIN) == null) {
      System.setProperty(PROXY_LOGIN, "");
    }
    return new OwnThreadsBuilder(executor, clients::add);
  }

  @Override
  protected void additionalConfig(HttpClient.Builder builder) {
    builder.sslContext(tls);
  }

  @Override
  protected void closeHttpClient(JdkHttpClientImpl client) {
    clients.forEach(HttpClient::shutdownNow); // fabric8's own factory leaves its selector thread.
    executor.shutdownNow();
  }
}
