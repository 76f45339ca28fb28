package dev.faultline.cluster.fabric8;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Shows our credentials with each request, and tries once more with renewed ones when the cluster
 * refuses them. In place of fabric8's own, which knows no token files or expiry of plugins.
 */
final class CredentialInterceptor implements Interceptor {

  private static final String HEADER = "Authorization";

  private final Credentials credentials;

  CredentialInterceptor(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    credentials.current().authorization().ifPresent(value -> builder.setHeader(HEADER, value));
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != 401) {
      return CompletableFuture.completedFuture(false);
    }
    var refused = Optional.ofNullable(response.request().header(HEADER));
    var renewed = credentials.insteadOf(refused);
    if (renewed.authorization().isEmpty() || renewed.authorization().equals(refused)) {
      return CompletableFuture.completedFuture(false);
    }
    builder.setHeader(HEADER, renewed.authorization().get());
    return CompletableFuture.completedFuture(true);
  }
}
