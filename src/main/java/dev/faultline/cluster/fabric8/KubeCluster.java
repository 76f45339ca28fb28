package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * How to reach an API server.
 *
 * @param authority who signs its certificate; the platform's authorities if absent
 * @param insecure takes any certificate
 * @param tlsServerName the name its certificate bears, where that is not the host's
 * @param proxyUrl the way there; the environment's proxy if absent
 */
record KubeCluster(
    String name,
    String server,
    Optional<Pem> authority,
    boolean insecure,
    Optional<String> tlsServerName,
    Optional<String> proxyUrl) {

  /** As a credentials plugin is told of it (client.authentication.k8s.io, type Cluster). */
  JsonObject forPlugin() {
    var info = JsonObject.of("server", Json.of(server));
    if (insecure) {
      info = info.with(Json.of(true), "insecure-skip-tls-verify");
    }
    if (tlsServerName.isPresent()) {
      info = info.with(Json.of(tlsServerName.get()), "tls-server-name");
    }
    if (proxyUrl.isPresent()) {
      info = info.with(Json.of(proxyUrl.get()), "proxy-url");
    }
    if (authority.isPresent()) {
      info = info.with(Json.of(encoded(authority.get())), "certificate-authority-data");
    }
    return info;
  }

  private static String encoded(Pem pem) {
    try {
      return Base64.getEncoder().encodeToString(pem.read());
    } catch (IOException e) {
      throw new LinkException(
          new LinkFailure.BadContext(
              "The certificate authority " + pem.place() + " can't be read."));
    }
  }
}
