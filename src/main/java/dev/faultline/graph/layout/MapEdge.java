package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import java.util.List;

/**
 * An arrow of the map and its way.
 *
 * @param own the pieces of the way that no arrow before it has drawn in the same manner: dashes
 *     over dashes would look like a solid line
 * @param facts what it stands for
 */
public record MapEdge(Line line, Route route, List<Curve> own, EdgeFacts facts) {
  public MapEdge {
    own = List.copyOf(own);
  }

  /** How it is known and what for; of several the first. */
  public Dependency dependency() {
    return facts.dependency();
  }

  public Status status() {
    return facts.status();
  }
}
