package dev.faultline.cluster.fabric8;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Builds an {@link OwnThreadsHttpClient}; all settings go to the JDK's own builder. */
final class OwnThreadsBuilder implements HttpClient.Builder {

  private final HttpClient.Builder builder = HttpClient.newBuilder();
  private final ExecutorService executor;
  private final Consumer<HttpClient> onBuilt;

  /**
   * @param onBuilt given the client, so that whoever owns the executor can end both
   */
  OwnThreadsBuilder(ExecutorService executor, Consumer<HttpClient> onBuilt) {
    this.executor = executor;
    this.onBuilt = onBuilt;
    builder.executor(executor);
  }

  @Override
  public HttpClient build() {
    var client = new OwnThreadsHttpClient(builder.build(), executor);
    onBuilt.accept(client);
    return client;
  }

  @Override
  public HttpClient.Builder executor(Executor other) {
    throw new UnsupportedOperationException("the executor is given to the constructor");
  }

  @Override
  public HttpClient.Builder cookieHandler(CookieHandler handler) {
    builder.cookieHandler(handler);
    return this;
  }

  @Override
  public HttpClient.Builder connectTimeout(Duration timeout) {
    builder.connectTimeout(timeout);
    return this;
  }

  @Override
  public HttpClient.Builder sslContext(SSLContext context) {
    builder.sslContext(context);
    return this;
  }

  @Override
  public HttpClient.Builder sslParameters(SSLParameters parameters) {
    builder.sslParameters(parameters);
    return this;
  }

  @Override
  public HttpClient.Builder followRedirects(HttpClient.Redirect policy) {
    builder.followRedirects(policy);
    return this;
  }

  @Override
  public HttpClient.Builder version(HttpClient.Version version) {
    builder.version(version);
    return this;
  }

  @Override
  public HttpClient.Builder priority(int priority) {
    builder.priority(priority);
    return this;
  }

  @Override
  public HttpClient.Builder proxy(ProxySelector selector) {
    builder.proxy(selector);
    return this;
  }

  @Override
  public HttpClient.Builder authenticator(Authenticator authenticator) {
    builder.authenticator(authenticator);
    return this;
  }
}
