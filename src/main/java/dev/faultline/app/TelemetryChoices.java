package dev.faultline.app;

import dev.faultline.settings.ContextSettings;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficChoice.Place;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;

/** Which telemetry servers the window asks about a context: whatever is found, unless told. */
final class TelemetryChoices {

  private TelemetryChoices() {}

  static TrafficChoice of(ContextSettings context) {
    var servers = new EnumMap<TelemetryKind, Place>(TelemetryKind.class);
    for (TelemetryKind kind : TelemetryKind.values()) {
      var said = context.telemetry().getOrDefault(kind.name().toLowerCase(Locale.ROOT), "auto");
      place(said).ifPresent(place -> servers.put(kind, place));
    }
    return new TrafficChoice(servers);
  }

  private static Optional<Place> place(String said) {
    return switch (said) {
      case "off" -> Optional.empty();
      case "auto", "" -> Optional.of(new Place.InCluster());
      default -> Optional.of(new Place.At(said));
    };
  }
}
