package dev.faultline.telemetry.http;

import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.EndpointAnswer;
import dev.faultline.telemetry.QueryText;
import dev.faultline.telemetry.http.Access.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A telemetry server at a URL. Redirects are not followed: they would carry the credentials to
 * whoever is named there.
 */
public final class HttpEndpoint implements Endpoint, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int REFUSAL_BYTES = 4096;

  private static final String PROXY_LOGIN = "jdk.http.auth.tunneling.disabledSchemes";

  private final String base;
  private final String address;
  private final Access access;
  private final HttpClient client;

  /**
   * The JDK's client asks only once, when it is first used in a process, whether it may log in to a
   * proxy by name and password; links to clusters through a proxy need that it may, whoever comes
   * first.
   */
  private static void allowProxyLogins() {
    if (System.getProperty(PROXY_LOGIN) == null) {
      System.setProperty(PROXY_LOGIN, "");
    }
  }

  private HttpEndpoint(URI url, Access access, HttpClient client) {
    var path = Optional.ofNullable(url.getRawPath()).orElse("").replaceAll("/+$", "");
    this.address = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    this.base = url.getScheme() + "://" + address + path;
    this.access = access;
    this.client = client;
  }

  /** An endpoint, or why it cannot be one. */
  public sealed interface Opening {
    record Opened(HttpEndpoint endpoint) implements Opening {}

    record Refused(String reason) implements Opening {}
  }

  /** User and password in the URL count as credentials unless there are others. */
  public static Opening open(String text, Access access) {
    Optional<URI> url = parse(text);
    if (url.isEmpty()) {
      return new Opening.Refused("this is not a URL like https://host:9090/path");
    }
    allowProxyLogins();
    var builder = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER);
    try {
      if (access.authority().isPresent()) {
        builder.sslContext(TrustedAuthority.read(access.authority().get()));
      }
    } catch (IOException | GeneralSecurityException e) {
      return new Opening.Refused(
          "the certificates in " + access.authority().get() + " can't be read");
    }
    return new Opening.Opened(
        new HttpEndpoint(url.get(), withUserOf(url.get(), access), builder.build()));
  }

  private static Optional<URI> parse(String text) {
    try {
      var url = URI.create(text.strip());
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Access withUserOf(URI url, Access access) {
    var user = url.getUserInfo();
    if (user == null || !(access.credentials() instanceof Credentials.None)) {
      return access;
    }
    var parts = user.split(":", 2);
    return access.with(new Credentials.Basic(parts[0], parts.length > 1 ? parts[1] : ""));
  }

  @Override
  public String describe() {
    return address;
  }

  @Override
  public EndpointAnswer get(
      String path, Map<String, String> parameters, Duration within, int mostBytes)
      throws InterruptedException {
    HttpRequest request;
    try {
      var builder = HttpRequest.newBuilder(URI.create(base + path + QueryText.of(parameters)));
      access.addTo(builder.timeout(within.plusMillis(1)).header("Accept", "application/json"));
      request = builder.build();
    } catch (IllegalArgumentException e) {
      // Its words may hold the token: a header with a line break, for one.
      return new EndpointAnswer.Unusable("its address, a header or the token is not well-formed");
    }
    var bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes);
    return await(client.sendAsync(request, bounded), within, mostBytes);
  }

  /** The client's own deadline ends with the first byte of the body, ours with the last. */
  private EndpointAnswer await(
      CompletableFuture<HttpResponse<byte[]>> answer, Duration within, int mostBytes)
      throws InterruptedException {
    try {
      var response = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == 200
          ? new EndpointAnswer.Document(response.body())
          : new EndpointAnswer.Refused(response.statusCode(), beginning(response.body()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new EndpointAnswer.Unusable(HttpTroubles.late(within));
    } catch (ExecutionException e) {
      return new EndpointAnswer.Unusable(HttpTroubles.sentence(e, within, mostBytes));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  private static byte[] beginning(byte[] body) {
    return body.length <= REFUSAL_BYTES ? body : Arrays.copyOf(body, REFUSAL_BYTES);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
