package dev.faultline.settings;

import dev.faultline.model.Mending;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user set for one context of the kubeconfig.
 *
 * @param colour marks everything of this cluster
 * @param environment what the cluster is for, in the user's words: "production"
 * @param protectedContext wants the service's name typed before a write
 * @param readOnly refuses every write
 * @param secretAddresses reads the values of Secrets for the Services that they name; unless it is
 *     asked for, no value is
 * @param namespaces to look at when none are named; all if empty
 * @param telemetry where the window looks for traffic, by the kind of server, {@code prometheus}: a
 *     URL, {@code auto} for whatever is found in the cluster, which also holds if nothing is said,
 *     or {@code off}
 * @param edges dependencies that were mended by hand
 */
public record ContextSettings(
    Optional<String> colour,
    Optional<String> environment,
    boolean protectedContext,
    boolean readOnly,
    boolean secretAddresses,
    List<String> namespaces,
    Map<String, String> telemetry,
    List<Mending> edges) {

  public ContextSettings {
    namespaces = List.copyOf(namespaces);
    telemetry = Map.copyOf(telemetry);
    edges = List.copyOf(edges);
  }

  /** Settings that say nothing of Secrets, telemetry and dependencies. */
  public ContextSettings(
      Optional<String> colour,
      Optional<String> environment,
      boolean protectedContext,
      boolean readOnly,
      List<String> namespaces) {
    this(colour, environment, protectedContext, readOnly, false, namespaces, Map.of(), List.of());
  }

  /** What holds until the user says otherwise: protected if the name speaks of production. */
  public static ContextSettings startingFor(String context) {
    boolean production = context.toLowerCase(Locale.ROOT).contains("prod");
    return new ContextSettings(Optional.empty(), Optional.empty(), production, false, List.of());
  }

  public ContextSettings withColour(Optional<String> other) {
    return new ContextSettings(
        other,
        environment,
        protectedContext,
        readOnly,
        secretAddresses,
        namespaces,
        telemetry,
        edges);
  }

  public ContextSettings withEnvironment(Optional<String> other) {
    return new ContextSettings(
        colour, other, protectedContext, readOnly, secretAddresses, namespaces, telemetry, edges);
  }

  public ContextSettings withProtected(boolean other) {
    return new ContextSettings(
        colour, environment, other, readOnly, secretAddresses, namespaces, telemetry, edges);
  }

  public ContextSettings withReadOnly(boolean other) {
    return new ContextSettings(
        colour,
        environment,
        protectedContext,
        other,
        secretAddresses,
        namespaces,
        telemetry,
        edges);
  }

  public ContextSettings withSecretAddresses(boolean other) {
    return new ContextSettings(
        colour, environment, protectedContext, readOnly, other, namespaces, telemetry, edges);
  }

  public ContextSettings withNamespaces(List<String> other) {
    return new ContextSettings(
        colour, environment, protectedContext, readOnly, secretAddresses, other, telemetry, edges);
  }

  /** Sets where one kind of server is; what is found in the cluster, if nothing is said. */
  public ContextSettings withTelemetry(String kind, Optional<String> place) {
    var places = new TreeMap<>(telemetry);
    places.remove(kind);
    place.ifPresent(said -> places.put(kind, said));
    return new ContextSettings(
        colour,
        environment,
        protectedContext,
        readOnly,
        secretAddresses,
        namespaces,
        places,
        edges);
  }

  public ContextSettings withEdges(List<Mending> other) {
    return new ContextSettings(
        colour,
        environment,
        protectedContext,
        readOnly,
        secretAddresses,
        namespaces,
        telemetry,
        other);
  }
}
