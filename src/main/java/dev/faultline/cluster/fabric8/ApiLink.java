package dev.faultline.cluster.fabric8;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.ImpersonatorInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * The line to one API server, by fabric8's HTTP client. Requests are sent once: who may repeat one
 * knows what it does.
 */
final class ApiLink implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final KubeContext context;
  private final Credentials credentials;
  private final Optional<ProxyRoute> proxy;
  private final String server;
  private Optional<Line> line = Optional.empty();
  private boolean closed;

  /** A client and the certificate it was made with. */
  private record Line(HttpClient client, Optional<Credential.ClientCertificate> certificate) {}

  /**
   * @throws LinkException if the context can't be used as it stands
   */
  ApiLink(KubeContext context, Credentials credentials, Map<String, String> environment) {
    context
        .problem()
        .ifPresent(
            problem -> {
              throw new LinkException(new LinkFailure.BadContext(problem));
            });
    this.context = context;
    this.credentials = credentials;
    this.server = checkedServer(context);
    this.proxy = ProxyRoute.to(context.cluster(), environment);
  }

  /** Host and port, for sentences. */
  String address() {
    var uri = URI.create(server);
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("http") ? 80 : 443;
    return uri.getHost() + ":" + port;
  }

  /**
   * Sends and waits for the answer to begin, whatever its status.
   *
   * @throws LinkException if none begins
   */
  ApiResponse send(ApiRequest request) {
    var stream = new BodyStream();
    try {
      var client = line().client();
      var answer =
          client
              .consumeBytes(build(client, request), stream)
              .get(request.patience().toMillis() + 1000, TimeUnit.MILLISECONDS);
      stream.begin(answer.body());
      return new ApiResponse(answer.code(), unzipped(answer, stream));
    } catch (ExecutionException | TimeoutException | IOException | RuntimeException e) {
      stream.close();
      throw new LinkException(Failures.of(e, address(), request.patience()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkException(new LinkFailure.Broken(address(), "it was given up"));
    }
  }

  /**
   * Sends and reads the answer of a request that must succeed.
   *
   * @throws LinkException otherwise
   */
  <T> T read(ApiRequest request, Reader<T> reader) {
    try (var response = send(request)) {
      if (!response.isSuccess()) {
        throw new LinkException(Failures.of(response.status(), response.words()));
      }
      return reader.read(response);
    } catch (IOException | dev.faultline.model.json.MalformedTextException e) {
      throw new LinkException(Failures.of(e, address(), request.patience()));
    }
  }

  /** Reads a body. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ApiResponse response) throws IOException;
  }

  /** Drops all connections: those of a network that is gone would only be found dead in minutes. */
  synchronized void reset() {
    line.ifPresent(old -> old.client().close());
    line = Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
    reset();
  }

  private synchronized Line line() {
    if (closed) {
      throw new LinkException(new LinkFailure.Broken(address(), "the link was closed"));
    }
    var credential = credentials.current();
    if (line.filter(open -> open.certificate().equals(credential.certificate())).isEmpty()) {
      reset();
      line = Optional.of(new Line(connect(credential), credential.certificate()));
    }
    return line.orElseThrow();
  }

  private HttpClient connect(Credential credential) {
    var tls = Tls.context(context.cluster(), credential);
    HttpClient.Builder builder = new LinkClientFactory(context.name(), tls).newBuilder();
    builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    builder.preferHttp11();
    builder.proxyType(HttpClient.ProxyType.DIRECT);
    proxy.ifPresent(
        route -> {
          builder.proxyType(HttpClient.ProxyType.HTTP);
          builder.proxyAddress(route.address());
          route.authorization().ifPresent(builder::proxyAuthorization);
        });
    var config = requestConfig();
    builder.tag(config.build());
    builder.addOrReplaceInterceptor(
        ImpersonatorInterceptor.NAME, new ImpersonatorInterceptor(config.build()));
    builder.addOrReplaceInterceptor("CREDENTIALS", new CredentialInterceptor(credentials));
    return builder.build();
  }

  private RequestConfigBuilder requestConfig() {
    var impersonation = context.user().impersonation();
    var config = new RequestConfigBuilder().withRequestRetryBackoffLimit(0);
    if (!impersonation.user().isEmpty()) {
      config
          .withImpersonateUsername(impersonation.user())
          .withImpersonateGroups(impersonation.groups().toArray(String[]::new))
          .withImpersonateExtras(impersonation.extra());
    }
    return config;
  }

  private HttpRequest build(HttpClient client, ApiRequest request) {
    var builder = client.newHttpRequestBuilder().uri(server + request.path());
    request
        .body()
        .ifPresentOrElse(
            body -> builder.method(request.method(), body.contentType(), body.text()),
            () -> {
              if (!request.isRead()) {
                builder.method(request.method(), ApiRequest.JSON, "");
              }
            });
    builder.header("Accept", request.accept());
    builder.header("Accept-Encoding", "gzip");
    builder.header("User-Agent", "faultline");
    var uid = context.user().impersonation().uid();
    if (!uid.isEmpty()) {
      builder.header("Impersonate-Uid", uid);
    }
    builder.timeout(request.patience().toMillis(), TimeUnit.MILLISECONDS);
    return builder.build();
  }

  private static InputStream unzipped(HttpResponse<AsyncBody> answer, BodyStream stream)
      throws IOException {
    var encoding = Optional.ofNullable(answer.header("Content-Encoding")).orElse("");
    return encoding.equals("gzip") ? new GZIPInputStream(stream, 32 * 1024) : stream;
  }

  private static String checkedServer(KubeContext context) {
    var text = context.server().replaceAll("/+$", "");
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null && uri.getScheme() != null && uri.getScheme().startsWith("http")) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw noUrl(context);
    }
    throw noUrl(context);
  }

  private static LinkException noUrl(KubeContext context) {
    return new LinkException(
        new LinkFailure.BadContext(
            "The server of context " + context.name() + " is no URL, as https://host:6443 is."));
  }
}
