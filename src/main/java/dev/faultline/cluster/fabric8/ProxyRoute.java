package dev.faultline.cluster.fabric8;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy on the way to an API server: the kubeconfig's {@code proxy-url}, or else the
 * environment's, unless {@code NO_PROXY} excepts the server.
 *
 * @param authorization what the proxy wants to see, if it wants anything
 */
record ProxyRoute(String host, int port, Optional<String> authorization) {

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  /**
   * @throws LinkException for a proxy of a kind that we can't pass
   */
  static Optional<ProxyRoute> to(KubeCluster cluster, Map<String, String> environment) {
    if (cluster.proxyUrl().isPresent()) {
      return Optional.of(parse(cluster.proxyUrl().get(), "proxy-url of cluster " + cluster.name()));
    }
    var server = URI.create(cluster.server());
    var variable = "http".equalsIgnoreCase(server.getScheme()) ? "HTTP_PROXY" : "HTTPS_PROXY";
    var proxy = variable(environment, variable);
    if (proxy.isEmpty() || NoProxy.excepts(variable(environment, "NO_PROXY").orElse(""), server)) {
      return Optional.empty();
    }
    return Optional.of(parse(proxy.get(), variable));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private static ProxyRoute parse(String text, String place) {
    URI uri;
    try {
      uri = URI.create(text.contains("://") ? text : "http://" + text);
    } catch (IllegalArgumentException e) {
      throw bad("The " + place + " is no URL; write it as http://host:port.");
    }
    var host = Optional.ofNullable(uri.getHost());
    if (!"http".equalsIgnoreCase(uri.getScheme()) || host.isEmpty()) {
      throw bad(
          "The "
              + place
              + " names a proxy of kind "
              + uri.getScheme()
              + ", only http:// proxies can be used.");
    }
    var login =
        Optional.ofNullable(uri.getUserInfo())
            .map(user -> user.contains(":") ? user : user + ":")
            .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
    return new ProxyRoute(host.get(), uri.getPort() < 0 ? 80 : uri.getPort(), login);
  }

  private static LinkException bad(String sentence) {
    return new LinkException(new LinkFailure.BadContext(sentence));
  }

  @Override
  public String toString() {
    return "ProxyRoute[" + host + ":" + port + "]";
  }
}
