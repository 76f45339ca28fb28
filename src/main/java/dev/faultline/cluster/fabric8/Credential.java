package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.fabric8.KubeUser.Login;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What proves who we are, at one time. Never prints its content.
 *
 * @param authorization the header of that name
 * @param certificate of the client, with its key
 * @param expires when it must be renewed
 */
record Credential(
    Optional<String> authorization,
    Optional<ClientCertificate> certificate,
    Optional<Instant> expires) {

  static final Credential NONE =
      new Credential(Optional.empty(), Optional.empty(), Optional.empty());

  /** A certificate and its private key, both PEM. */
  record ClientCertificate(Pem certificate, Pem key) {}

  static Credential bearer(String token) {
    return NONE.withAuthorization("Bearer " + token.strip());
  }

  static Credential basic(Login login) {
    var pair = (login.name() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return NONE.withAuthorization("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  Credential withAuthorization(String header) {
    return new Credential(Optional.of(header), certificate, expires);
  }

  Credential withCertificate(Pem clientCertificate, Pem key) {
    var pair = new ClientCertificate(clientCertificate, key);
    return new Credential(authorization, Optional.of(pair), expires);
  }

  Credential until(Instant moment) {
    return new Credential(authorization, certificate, Optional.of(moment));
  }

  @Override
  public String toString() {
    return "Credential";
  }
}
