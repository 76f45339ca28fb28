package dev.faultline.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user set for one context of the kubeconfig.
 *
 * @param colour marks everything of this cluster
 * @param protectedContext wants the service's name typed before a write
 * @param readOnly refuses every write
 * @param namespaces to look at when none are named; all if empty
 */
public record ContextSettings(
    Optional<String> colour, boolean protectedContext, boolean readOnly, List<String> namespaces) {

  public ContextSettings {
    namespaces = List.copyOf(namespaces);
  }

  /** What holds until the user says otherwise: protected if the name speaks of production. */
  public static ContextSettings startingFor(String context) {
    boolean production = context.toLowerCase(Locale.ROOT).contains("prod");
    return new ContextSettings(Optional.empty(), production, false, List.of());
  }
}
