package dev.faultline.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user set about observed traffic.
 *
 * @param names of spans ({@code service.name}) to {@code namespace/name} of workloads
 */
public record TrafficSettings(List<TelemetryServer> servers, Map<String, String> names) {

  /** Nothing set. */
  public static final TrafficSettings EMPTY = new TrafficSettings(List.of(), Map.of());

  public TrafficSettings {
    servers = List.copyOf(servers);
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /** What is set for the server at the URL; a slash at its end does not matter. */
  public Optional<TelemetryServer> server(String url) {
    return servers.stream().filter(one -> plain(one.url()).equals(plain(url))).findFirst();
  }

  private static String plain(String url) {
    return url.strip().replaceAll("/+$", "");
  }
}
