package dev.faultline.model.traffic;

import java.util.Locale;

/**
 * That traffic went over an edge: the evidence of an observed dependency.
 *
 * @param via what counted: {@code Istio}, {@code Zipkin}
 * @param source where that was read
 */
public record Sighting(String via, String source, TrafficFigures figures, SeenTime seen) {

  /** The same edge, counted in two series of the same source. */
  public Sighting plus(Sighting other) {
    return new Sighting(via, source, figures.plus(other.figures), seen.plus(other.seen));
  }

  /** "Istio saw 12.3 req/s, 1.5 % errors, p95 40 ms"; "Istio saw traffic until …, none since". */
  public String describe() {
    return seen.quiet()
        ? via + " saw traffic until " + seen.last() + ", none since"
        : via + " saw " + figures.describe();
  }

  /** A number of two to three digits that count, as people read it. */
  static String round(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return value >= 0.1 || value == 0
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }
}
