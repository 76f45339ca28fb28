package dev.faultline.telemetry.http;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a telemetry server is asked. What it holds is secret: it writes itself without it.
 *
 * @param authority certificates in PEM that are trusted instead of the system's
 * @param headers further ones, such as {@code X-Scope-OrgID} for a tenant of Mimir or Thanos
 */
public record Access(
    Credentials credentials, Optional<Path> authority, Map<String, String> headers) {

  /** Without credentials, trusting what the system trusts. */
  public static final Access OPEN = new Access(new Credentials.None(), Optional.empty(), Map.of());

  public Access {
    headers = Map.copyOf(headers);
  }

  /** Who asks. */
  public sealed interface Credentials {

    /** Nobody in particular. */
    record None() implements Credentials {}

    /** Whoever holds the token. */
    record Bearer(String token) implements Credentials {
      @Override
      public String toString() {
        return "Bearer";
      }
    }

    /** A user with a password. */
    record Basic(String user, String password) implements Credentials {
      @Override
      public String toString() {
        return "Basic";
      }
    }
  }

  public Access with(Credentials other) {
    return new Access(other, authority, headers);
  }

  void addTo(HttpRequest.Builder request) {
    headers.forEach(request::setHeader);
    switch (credentials) {
      case Credentials.None ignored -> {
        // Nothing to add.
      }
      case Credentials.Bearer bearer ->
          request.setHeader("Authorization", "Bearer " + bearer.token());
      case Credentials.Basic basic -> {
        var pair = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
        request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
      }
    }
  }

  @Override
  public String toString() {
    return "Access[" + credentials + ", headers " + new TreeMap<>(headers).keySet() + "]";
  }
}
