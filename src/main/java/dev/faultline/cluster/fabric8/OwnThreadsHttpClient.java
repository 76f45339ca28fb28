package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's HTTP client, answering on its own executor alone.
 *
 * <p>{@code HttpClient.sendAsync} completes its answers on the common pool, whatever executor the
 * client was given, and fabric8's JDK module sends in no other way. On two cores that pool has one
 * thread: a single blocking task anywhere in the process would then stop every answer. {@code send}
 * does not go there, so each request is sent that way on a thread of the executor.
 */
final class OwnThreadsHttpClient extends HttpClient {

  private final HttpClient client;
  private final Executor executor;

  OwnThreadsHttpClient(HttpClient client, Executor executor) {
    this.client = client;
    this.executor = executor;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    var answer = new CompletableFuture<HttpResponse<T>>();
    executor.execute(
        () -> {
          try {
            answer.complete(client.send(request, handler));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(e);
          } catch (Throwable e) {
            // Handed on to whoever waits for the answer.
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> pushes) {
    throw new UnsupportedOperationException("an API server pushes nothing");
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request, handler);
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    throw new UnsupportedOperationException("its listeners are called on the common pool");
  }

  @Override
  public void shutdownNow() {
    client.shutdownNow();
  }

  @Override
  public void shutdown() {
    client.shutdown();
  }

  @Override
  public boolean awaitTermination(Duration atMost) throws InterruptedException {
    return client.awaitTermination(atMost);
  }

  @Override
  public boolean isTerminated() {
    return client.isTerminated();
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
