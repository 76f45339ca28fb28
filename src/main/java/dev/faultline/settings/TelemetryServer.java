package dev.faultline.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a telemetry server is asked. Secrets are in files of their own, never in the settings.
 *
 * @param url as it is given to {@code --prometheus}, {@code --zipkin} or {@code --jaeger}
 * @param tokenFile holds a bearer token
 * @param user for basic authentication, with the password in {@code passwordFile}
 * @param caFile certificates in PEM that are trusted instead of the system's
 * @param headers further ones: {@code X-Scope-OrgID} names a tenant of Mimir or Thanos
 * @param labels that the series of this cluster have, where several clusters write to one server
 */
public record TelemetryServer(
    String url,
    Optional<Path> tokenFile,
    Optional<String> user,
    Optional<Path> passwordFile,
    Optional<Path> caFile,
    Map<String, String> headers,
    Map<String, String> labels) {

  public TelemetryServer {
    headers = Map.copyOf(headers);
    labels = Map.copyOf(labels);
  }
}
