package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;

/**
 * An arrow of the map and its way.
 *
 * @param dependency how it is known and what for
 * @param status how the callee does: who calls what fails is hurt
 */
public record MapEdge(Line line, Route route, Dependency dependency, Status status) {}
