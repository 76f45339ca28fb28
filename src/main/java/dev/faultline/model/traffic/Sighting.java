package dev.faultline.model.traffic;

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
}
