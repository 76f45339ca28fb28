package dev.faultline.model.traffic;

import java.util.List;

/** All edges that one source reports; {@code source} is its kind and address, for sentences. */
public record TrafficReport(String source, List<TrafficEdge> edges) {

  public TrafficReport {
    edges = List.copyOf(edges);
  }
}
