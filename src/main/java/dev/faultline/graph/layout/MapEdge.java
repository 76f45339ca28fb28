package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import java.util.List;

/**
 * An arrow of the map and its way.
 *
 * @param own the pieces of the way that no arrow before it has drawn in the same manner: dashes
 *     over dashes would look like a solid line
 * @param dependency how it is known and what for
 * @param status how the callee does: who calls what fails is hurt
 */
public record MapEdge(
    Line line, Route route, List<Curve> own, Dependency dependency, Status status) {
  public MapEdge {
    own = List.copyOf(own);
  }
}
